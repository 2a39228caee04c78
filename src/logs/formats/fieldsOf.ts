/** A field map without the roles that have no field. */
export function fieldsOf<T extends Readonly<Record<string, string | undefined>>>(fields: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(fields).filter(([, path]) => path !== undefined)) as { [K in keyof T]?: string };
}
