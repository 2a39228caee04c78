import type { SavedChart } from '../../src/protocol/exporting';
import { element } from '../element';
import type { Picture } from './picture';
import { Plot, type PlotEvents } from './plot';
import { t } from '../../src/texts/t';

/** Above these a drawing is smaller as dots than as shapes. */
const mostShapes = 4000;
const mostRows = 5000;

/** A chart for a saved report: all of it, whatever is in sight on the page; null where there is nothing to draw. */
export async function savedChart(picture: Picture, events: PlotEvents): Promise<SavedChart | null> {
  if (picture.missing !== null) return null;
  const sheet = element('div', { class: 'saved-sheet', attributes: { 'aria-hidden': 'true' } });
  const plot = new Plot(events);
  sheet.append(plot.canvas);
  document.body.append(sheet);
  try {
    plot.draw(picture, null, null);
    const points = picture.clouds.reduce((count, { x }) => count + x.length, 0);
    const asDots = points > mostShapes || picture.field !== undefined;
    const drawn = asDots ? await plot.picturePng() : new Blob([await plot.pictureSvg()], { type: 'image/svg+xml' });
    return { title: picture.title, description: `${picture.summary} ${picture.basis}`, picture: await dataUrl(drawn), table: tableOf(picture) };
  } finally {
    plot.dispose();
    sheet.remove();
  }
}

/** Its head and its rows; without them where they are so many that nobody reads them. */
function tableOf({ twin }: Picture): string[][] {
  if (twin.rows > mostRows) return [];
  const rows = Array.from({ length: twin.rows }, (_, row) => twin.columns.map((_column, column) => twin.cell(row, column)));
  return [twin.columns.map(({ title }) => title), ...rows];
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error(t`a chart could not be written down`));
    reader.readAsDataURL(blob);
  });
}
