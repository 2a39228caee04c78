import type { GradientPopulation } from '../core/interference/gradientPopulation';
import type { GradientSpread } from '../core/interference/gradientSpread';
import { GradientSums } from '../core/interference/gradientSums';
import { plainProjector, type MakeProjector } from '../core/interference/projector';
import { promptProducts, type ProductsOf } from '../core/interference/promptProducts';
import { RowFeed } from '../logs/gradients/rowFeed';
import { slotOf } from '../logs/gradients/rowLayout';
import { vectorProjector } from '../logs/gradients/vectorProjector';
import type { CountedVectors } from './countedVectors';

/** Both passes over vectors that come one by one: counted in WebAssembly where there are many, else as they come. */
export class FedPasses {
  /** Where vectors are projected one by one. */
  readonly makeProjector: MakeProjector = (directions, d) => (this.isMuch(d) ? vectorProjector(directions, d) : null) ?? plainProjector(directions, d);
  #feed: RowFeed | null = null;

  /** @param isMuch whether vectors of a length are worth it */
  constructor(readonly each: CountedVectors, readonly prompts: number, readonly isMuch: (dimension: number) => boolean) {}

  async sums(): Promise<GradientSums | null> {
    let sums: GradientSums | null = null;
    let feed: RowFeed | null = null;
    await this.each((row, correct, vector) => {
      if (sums === null && feed === null) {
        feed = this.isMuch(vector.length) ? RowFeed.for(this.prompts, vector.length) : null;
        sums = feed === null ? new GradientSums(vector.length) : null;
      }
      if (feed !== null) feed.push(slotOf(row, correct), vector);
      else sums?.add(row, correct, vector);
    });
    const fed = feed as RowFeed | null; // assigned in the callback, which the compiler does not see
    this.#feed = fed;
    return fed?.sums(this.prompts) ?? sums;
  }

  products(population: GradientPopulation): Promise<ProductsOf> {
    return Promise.resolve(this.#feed?.products(population) ?? promptProducts(population));
  }

  async spread(into: GradientSpread): Promise<void> {
    const feed = this.#feed;
    if (feed === null || !feed.plan(into.plan())) return this.each((row, correct, vector) => void into.add(row, correct, vector));
    await this.each((row, correct, vector) => feed.push(slotOf(row, correct), vector));
    into.addProjected(feed.projected());
  }

  dispose(): Promise<void> {
    return Promise.resolve();
  }
}
