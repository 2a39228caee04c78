import { people, type Family, type Feature, type Strategy } from './problem';
import type { SeededRandom } from './seededRandom';

/**
 * Hard and harmful: the cue words point to the wrong operation ("more than" where one must subtract). What these prompts
 * would teach (do not follow the cue, work backwards) is the opposite of what keeps the easy families right.
 */
export const trapFamilies: readonly Family[] = [
  {
    name: 'reversed-comparison', count: 8, passRate: [0.07, 0.125],
    make(random) {
      const b = random.whole(8, 29);
      const a = b + random.whole(12, 50);
      const [who, other] = random.pickTwo(people);
      const what = random.pick(['stickers', 'marbles', 'shells', 'coins', 'postcards', 'beads']);
      return {
        text: `${who} has ${a} ${what}. That is ${b} more than ${other} has. How many ${what} does ${other} have?`, target: a - b,
        strategies: againstCue('add-subtract', random, {
          right: [a - b, [`${who} has ${b} more, so ${other} has fewer: ${a} - ${b} = ${a - b}.`, `${other} + ${b} = ${a}, so ${other} has ${a - b}.`]],
          cue: [a + b, [`${a} + ${b} = ${a + b}.`, `${b} more than ${a} is ${a + b}.`, `"More" means add: ${a} + ${b} = ${a + b}.`]],
          other: [a - b + 10, [`${a} - ${b} = ${a - b + 10}.`]],
        }),
      };
    },
  },
  {
    name: 'before-giving', count: 6, passRate: [0.06, 0.12],
    make(random) {
      const b = random.whole(11, 34);
      const left = b + random.whole(8, 47);
      const [who, other] = random.pickTwo(people);
      const what = random.pick(['cards', 'grapes', 'pencils', 'tickets', 'cookies', 'photos']);
      return {
        text: `After giving ${b} ${what} to ${other}, ${who} has ${left} ${what} left. How many ${what} did ${who} have before?`, target: left + b,
        strategies: againstCue('add-subtract', random, {
          right: [left + b, [`Before giving them away ${who} had ${left} + ${b} = ${left + b}.`, `Undo the gift: ${left} + ${b} = ${left + b}.`]],
          cue: [left - b, [`${left} - ${b} = ${left - b}.`, `${who} gave away ${b}: ${left} - ${b} = ${left - b}.`, `Subtract: ${left} - ${b} = ${left - b}.`]],
          other: [left, [`${who} has ${left} ${what} left, so ${left}.`]],
        }),
      };
    },
  },
  {
    name: 'price-before-sale', count: 7, passRate: [0.06, 0.11],
    make(random) {
      const rate = random.pick([10, 20, 25, 40]);
      const price = 20 * random.whole(3, 16);
      const sale = (price * (100 - rate)) / 100;
      const again = round((sale * (100 - rate)) / 100);
      const added = round((sale * (100 + rate)) / 100);
      const what = random.pick(['jacket', 'lamp', 'backpack', 'keyboard', 'tent', 'bike helmet']);
      return {
        text: `A ${what} costs $${sale} after a ${rate}% discount. What was its price in dollars before the sale?`, target: price,
        strategies: againstCue('percent', random, {
          right: [price, [`${sale} is ${100 - rate}% of it, so ${sale} / ${(100 - rate) / 100} = ${price}.`, `x × ${(100 - rate) / 100} = ${sale}, x = ${price}.`]],
          cue: [again, [`${rate}% off ${sale} is ${again}.`, `${sale} × ${(100 - rate) / 100} = ${again}.`]],
          other: [added, [`${sale} + ${rate}% = ${added}.`]],
        }),
      };
    },
  },
  {
    name: 'shared-backwards', count: 5, passRate: [0.09, 0.2],
    make(random) {
      const [m, q] = [random.whole(3, 8), 12 * random.whole(2, 5)];
      const each = m * q;
      const who = random.pick(people);
      const what = random.pick(['candies', 'crayons', 'cherries', 'stamps', 'tokens']);
      return {
        text: `${who} shares some ${what} equally among ${m} friends and each gets ${each}. How many ${what} were there?`, target: each * m,
        strategies: againstCue('multiply-divide', random, {
          right: [each * m, [`Each of ${m} gets ${each}, so there were ${m} × ${each} = ${each * m}.`, `x / ${m} = ${each}, so x = ${each * m}.`]],
          cue: [q, [`${each} ÷ ${m} = ${q}.`, `Shared equally: ${each} / ${m} = ${q}.`, `Divide: ${each} ÷ ${m} = ${q}.`]],
          other: [each + m, [`${each} + ${m} = ${each + m}.`]],
        }),
      };
    },
  },
  {
    name: 'round-trip', count: 2, passRate: [0.002, 0.004],
    make(random) {
      const [out, back, mean] = random.pick([[60, 40, 48], [30, 60, 40], [60, 20, 30], [90, 45, 60], [40, 120, 60]] as const);
      const plain = (out + back) / 2;
      return {
        text: `A car drives to the coast at ${out} km/h and the same way back at ${back} km/h. What is its average speed in km/h for the whole trip?`, target: mean,
        strategies: againstCue('rate', random, {
          right: [mean, [`2 × ${out} × ${back} / (${out} + ${back}) = ${mean}.`]],
          cue: [plain, [`(${out} + ${back}) / 2 = ${plain}.`, `The average of ${out} and ${back} is ${plain}.`, `${out} + ${back} = ${out + back}, / 2 = ${plain}.`]],
          other: [out + back, [`${out} + ${back} = ${out + back}.`]],
        }),
      };
    },
  },
];

type Line = readonly [answer: number, says: readonly string[]];

/** Right by working backwards; wrong by following the cue, by a slip or a shortcut, or by giving up. */
function againstCue(topic: Feature, random: SeededRandom, { right, cue, other }: { right: Line; cue: Line; other: Line }): Strategy[] {
  return [
    { correct: true, share: 1, features: { 'follow-cue': -1, 'work-backwards': 1, 'exact-arithmetic': 0.4, explain: 0.3, [topic]: -0.7 }, answer: right[0], says: right[1] },
    { correct: false, share: random.between(0.7, 0.85), features: { 'follow-cue': 1, 'exact-arithmetic': 0.4, [topic]: 0.7 }, answer: cue[0], says: cue[1] },
    { correct: false, share: random.between(0.08, 0.2), features: { 'follow-cue': 0, 'work-backwards': 0.5, 'exact-arithmetic': -0.6 }, answer: other[0], says: other[1] },
    { correct: false, share: random.between(0.02, 0.06), features: { 'follow-cue': 0.2, commit: -1, explain: 0.3 }, answer: null, says: ['We do not know the first number, so', 'Let x be the number we look for. Then x is'] },
  ];
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
