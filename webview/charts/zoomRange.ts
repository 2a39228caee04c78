import type { Axis } from './picture';

/** What part of a chart is in sight, in the numbers of its axes. */
export interface Sight {
  readonly x: readonly [low: number, high: number];
  readonly y: readonly [low: number, high: number];
}

/** The closest look: a thousandth of the whole. */
const closest = 1000;

/**
 * Looks closer (factor below 1) or from further away at a place, which stays where it is; never beyond the whole.
 * @param at shares of the width and the height, from the left and from the bottom
 * @returns null: the whole
 */
export function zoom(sight: Sight, whole: Sight, axes: { readonly x: Axis; readonly y: Axis }, at: { readonly x: number; readonly y: number }, factor: number): Sight | null {
  const side = (name: 'x' | 'y'): [number, number] => {
    const { forth, back } = ruler(axes[name]);
    const [low, high] = [forth(sight[name][0]), forth(sight[name][1])];
    const all = forth(whole[name][1]) - forth(whole[name][0]);
    const length = Math.max(all / closest, factor * (high - low));
    const anchor = low + at[name] * (high - low);
    return [back(anchor - at[name] * length), back(anchor + (1 - at[name]) * length)];
  };
  return within({ x: side('x'), y: side('y') }, whole, axes);
}

/** Moves the sight by shares of its width and height; it stops at the edge of the whole. */
export function pan(sight: Sight, whole: Sight, axes: { readonly x: Axis; readonly y: Axis }, by: { readonly x: number; readonly y: number }): Sight | null {
  const side = (name: 'x' | 'y'): [number, number] => {
    const { forth, back } = ruler(axes[name]);
    const [low, high] = [forth(sight[name][0]), forth(sight[name][1])];
    const shift = by[name] * (high - low);
    return [back(low + shift), back(high + shift)];
  };
  return within({ x: side('x'), y: side('y') }, whole, axes);
}

function within(sight: Sight, whole: Sight, axes: { readonly x: Axis; readonly y: Axis }): Sight | null {
  const side = (name: 'x' | 'y'): [number, number] => {
    const { forth, back } = ruler(axes[name]);
    const [low, high] = [forth(whole[name][0]), forth(whole[name][1])];
    const length = Math.min(high - low, forth(sight[name][1]) - forth(sight[name][0]));
    const from = Math.min(Math.max(low, forth(sight[name][0])), high - length);
    return [back(from), back(from + length)];
  };
  const [x, y] = [side('x'), side('y')];
  const covers = (name: 'x' | 'y', [low, high]: [number, number]): boolean => {
    const { forth } = ruler(axes[name]);
    return forth(high) - forth(low) >= 0.999 * (forth(whole[name][1]) - forth(whole[name][0]));
  };
  return covers('x', x) && covers('y', y) ? null : { x, y };
}

/** Lengths are measured as they are drawn: in decades on a log scale. */
function ruler(axis: Axis): { readonly forth: (value: number) => number; readonly back: (place: number) => number } {
  return axis.scale === 'log' ? { forth: Math.log, back: Math.exp } : { forth: (value) => value, back: (place) => place };
}
