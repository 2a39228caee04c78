const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** A text as part of an XML document, inside a tag's quotes as well as between tags; letters that XML cannot hold are left out. */
export function escapeXml(text: string): string {
  return [...text].filter((letter) => letter >= ' ' || letter === '\t' || letter === '\n').join('').replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}
