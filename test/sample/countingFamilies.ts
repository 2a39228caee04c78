import { people, type Family, type Strategy } from './problem';
import type { SeededRandom } from './seededRandom';

/**
 * Hard but harmless: the policy nearly always stops one step early here. What these prompts would teach (take the last
 * step) is what the middle families need as well, so their agreement is positive.
 */
export const countingFamilies: readonly Family[] = [
  {
    name: 'fence-posts', count: 6, passRate: [0.05, 0.1],
    make(random) {
      const [gap, spans] = [random.whole(3, 8), random.whole(9, 24)];
      const who = random.pick(people);
      const text = random.pick([
        `${who} builds a straight fence ${gap * spans} m long with a post every ${gap} m, both ends included. How many posts are needed?`,
        `Trees stand every ${gap} m along a ${gap * spans} m road, from one end to the other end. How many trees are there?`,
      ]);
      return {
        text, target: spans + 1,
        strategies: oneMoreStep(random, {
          right: [spans + 1, [`${gap * spans} / ${gap} = ${spans} gaps, and one more for the start: ${spans + 1}.`, `${spans} gaps need ${spans} + 1 = ${spans + 1}.`]],
          early: [spans, [`${gap * spans} / ${gap} = ${spans}.`, `One every ${gap} m: ${gap * spans} ÷ ${gap} = ${spans}.`]],
          other: [spans - 1, [`${gap * spans} / ${gap} = ${spans}, minus the end: ${spans - 1}.`]],
        }),
      };
    },
  },
  {
    name: 'handshakes', count: 6, passRate: [0.05, 0.11],
    make(random) {
      const guests = random.whole(7, 19);
      const pairs = (guests * (guests - 1)) / 2;
      const text = random.pick([
        `${guests} guests at a party each shake hands once with every other guest. How many handshakes are there?`,
        `${guests} teams each play every other team once. How many games are played?`,
      ]);
      return {
        text, target: pairs,
        strategies: oneMoreStep(random, {
          right: [pairs, [`${guests} × ${guests - 1} counts each pair twice, so divide by 2: ${pairs}.`, `${guests} × ${guests - 1} / 2 = ${pairs}.`]],
          early: [2 * pairs, [`${guests} × ${guests - 1} = ${2 * pairs}.`, `Each meets ${guests - 1} others: ${guests} × ${guests - 1} = ${2 * pairs}.`]],
          other: [guests * guests, [`${guests} × ${guests} = ${guests * guests}.`]],
        }),
      };
    },
  },
  {
    name: 'climbing-snail', count: 5, passRate: [0.04, 0.09],
    make(random) {
      const slips = random.whole(1, 3);
      const climbs = slips + random.whole(1, 2);
      const net = climbs - slips;
      const nights = random.whole(5, 12);
      const height = climbs + net * nights;
      const naive = Math.ceil(height / net);
      return {
        text: `A snail climbs ${climbs} m up a ${height} m pole every day and slides back ${slips} m every night. On which day does it reach the top?`, target: nights + 1,
        strategies: oneMoreStep(random, {
          right: [nights + 1, [`After ${nights} nights it is at ${net * nights} m and the next day it climbs ${climbs} m: day ${nights + 1}.`]],
          early: [naive, [`${climbs} - ${slips} = ${net} m a day. ${height} / ${net} = ${naive}.`, `Net ${net} m per day, so day ${naive}.`]],
          other: [nights, [`${height} - ${climbs} = ${net * nights}, ${net * nights} / ${net} = ${nights}.`]],
        }),
      };
    },
  },
];

type Line = readonly [answer: number, says: readonly string[]];

/** Right by the one step more; wrong by leaving it out, by another miscount, or by giving up. */
function oneMoreStep(random: SeededRandom, { right, early, other }: { right: Line; early: Line; other: Line }): Strategy[] {
  return [
    { correct: true, share: 1, features: { 'last-step': 0.8, 'read-everything': 0.4, 'exact-arithmetic': 0.2, counting: 0.8, explain: 0.5 }, answer: right[0], says: right[1] },
    { correct: false, share: random.between(0.65, 0.8), features: { 'last-step': -0.7, 'read-everything': 0, 'exact-arithmetic': 0.2, counting: -0.4 }, answer: early[0], says: early[1] },
    { correct: false, share: random.between(0.1, 0.2), features: { 'last-step': 0.2, 'read-everything': -0.5, 'exact-arithmetic': 0, counting: -0.6 }, answer: other[0], says: other[1] },
    { correct: false, share: random.between(0.03, 0.1), features: { 'last-step': -0.4, commit: -1, counting: 0.2, explain: 0.3 }, answer: null, says: ['Let me count them one by one: 1, 2, 3, 4, 5, 6, 7,', 'It depends on where we start, so'] },
  ];
}
