/** A seeded source of random numbers (mulberry32): whole-number arithmetic only, so every machine draws the same. */
export class SeededRandom {
  private state: number;

  constructor(seed: number) {
    this.state = seed | 0;
  }

  /** A number in [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** A whole number, both ends included. */
  whole(low: number, high: number): number {
    return low + Math.floor((high - low + 1) * this.next());
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.whole(0, items.length - 1)];
    if (item === undefined) throw new RangeError('pick requires at least one item');
    return item;
  }

  /** Two different items. */
  pickTwo<T>(items: readonly T[]): [T, T] {
    const first = this.pick(items);
    let second = this.pick(items);
    while (second === first) second = this.pick(items);
    return [first, second];
  }

  /** A copy in random order (Fisher-Yates). */
  shuffled<T>(items: readonly T[]): T[] {
    const order = [...items];
    for (let i = order.length - 1; i > 0; i--) {
      const j = this.whole(0, i);
      const held = order[i] as T;
      order[i] = order[j] as T;
      order[j] = held;
    }
    return order;
  }
}
