import type { ChartId, Picture } from './picture';
import { t } from '../../src/texts/t';

const titles: Partial<Readonly<Record<ChartId, string>>> = {
  kernel: t`Interference between prompts`,
  plane: t`The plane of both gradients`,
  cost: t`Cost of a solved prompt`,
  categories: t`Categories`,
  lengths: t`Response length`,
};

/** A chart that has nothing to draw yet, or cannot have: its title, and why. */
export function waitingPicture(id: ChartId, what: string, how = '', more: Partial<Picture> = {}): Picture {
  const title = titles[id] ?? '';
  return {
    id, title, basis: '', missing: { what, how },
    x: { title: '', scale: 'linear' }, y: { title: '', scale: 'linear' },
    clouds: [], curves: [], bars: [], marks: [], enclosing: null, notes: [], summary: `${title}. ${what}`,
    twin: { columns: [], rows: 0, cell: () => '', prompt: () => null },
    ...more,
  };
}
