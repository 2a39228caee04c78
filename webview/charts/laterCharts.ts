import { categoryBars } from './categoryBars';
import type { ChartInput } from './chartInput';
import { costCurve } from './costCurve';
import { kernelHeatmap } from './kernelHeatmap';
import { lengthScatter } from './lengthScatter';
import type { Picture } from './picture';
import { planeContour } from './planeContour';

export type LaterChartId = 'kernel' | 'plane' | 'cost' | 'categories' | 'lengths';

/** Charts that the first paint does without: a bundle of its own, loaded when the first of them comes into sight. */
export const laterCharts: Readonly<Record<LaterChartId, (input: ChartInput) => Picture>> = {
  kernel: kernelHeatmap,
  plane: planeContour,
  cost: costCurve,
  categories: categoryBars,
  lengths: lengthScatter,
};
