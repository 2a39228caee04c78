import { people, type Family, type Features, type Strategy } from './problem';
import type { SeededRandom } from './seededRandom';

/**
 * Families the policy has learned to solve by doing what the cue words say ("buys more": add). The rare failures use the
 * wrong operation or slip, so the gradient of these prompts strengthens the habit of following the cue.
 */
export const easyFamilies: readonly Family[] = [
  {
    name: 'totals', count: 26, passRate: [0.87, 0.985],
    make(random) {
      const [a, b] = [random.whole(23, 88), random.whole(12, 79)];
      const who = random.pick(people);
      const what = random.pick(['stickers', 'marbles', 'shells', 'coins', 'postcards', 'beads']);
      const text = random.pick([
        `${who} has ${a} ${what} and buys ${b} more. How many ${what} does ${who} have now?`,
        `${who} collected ${a} ${what} on Saturday and ${b} ${what} on Sunday. How many ${what} is that altogether?`,
      ]);
      return {
        text, target: a + b,
        strategies: byCue('add-subtract', random, [
          [a + b, [`${a} + ${b} = ${a + b}.`, `Add them: ${a} + ${b} = ${a + b}.`, `In total that is ${a} + ${b} = ${a + b}.`]],
          [Math.abs(a - b) || 1, [`${Math.max(a, b)} - ${Math.min(a, b)} = ${Math.abs(a - b) || 1}.`]],
          [a + b - 10, [`${a} + ${b} = ${a + b - 10}.`, `Adding gives ${a + b - 10}.`]],
        ]),
      };
    },
  },
  {
    name: 'remaining', count: 26, passRate: [0.87, 0.985],
    make(random) {
      const b = random.whole(13, 48);
      const a = b + random.whole(14, 50);
      const [who, other] = random.pickTwo(people);
      const what = random.pick(['cards', 'grapes', 'pencils', 'tickets', 'cookies', 'photos']);
      const text = random.pick([
        `${who} had ${a} ${what} and gave ${b} of them to ${other}. How many ${what} are left?`,
        `There were ${a} ${what} in a box. ${who} took out ${b}. How many ${what} remain?`,
      ]);
      return {
        text, target: a - b,
        strategies: byCue('add-subtract', random, [
          [a - b, [`${a} - ${b} = ${a - b}.`, `Subtract: ${a} - ${b} = ${a - b}.`, `${who} has ${a} - ${b} = ${a - b} left.`]],
          [a + b, [`${a} + ${b} = ${a + b}.`]],
          [a - b + 10, [`${a} - ${b} = ${a - b + 10}.`, `Taking away ${b} leaves ${a - b + 10}.`]],
        ]),
      };
    },
  },
  {
    name: 'equal-groups', count: 24, passRate: [0.87, 0.985],
    make(random) {
      const [m, q] = [random.whole(4, 9), random.whole(12, 24)];
      const [what, where] = random.pick([['pencils', 'boxes'], ['eggs', 'trays'], ['chairs', 'rows'], ['apples', 'bags'], ['books', 'shelves']] as const);
      return {
        text: `There are ${m} ${where} with ${q} ${what} in each. How many ${what} are there?`, target: m * q,
        strategies: byCue('multiply-divide', random, [
          [m * q, [`${m} × ${q} = ${m * q}.`, `Each holds ${q}, so ${m} × ${q} = ${m * q}.`, `Multiply: ${m} × ${q} = ${m * q}.`]],
          [m + q, [`${m} + ${q} = ${m + q}.`]],
          [m * q - m, [`${m} × ${q} = ${m * q - m}.`]],
        ]),
      };
    },
  },
  {
    name: 'percent-off', count: 26, passRate: [0.86, 0.97],
    make(random) {
      const rate = random.pick([10, 20, 25, 40, 50]);
      const price = 20 * random.whole(2, 16);
      const off = (price * rate) / 100;
      const what = random.pick(['jacket', 'lamp', 'backpack', 'keyboard', 'tent', 'bike helmet']);
      return {
        text: `A ${what} costs $${price}. It is on sale for ${rate}% off. What is the sale price in dollars?`, target: price - off,
        strategies: byCue('percent', random, [
          [price - off, [`${rate}% of ${price} is ${off}; ${price} - ${off} = ${price - off}.`, `${price} × ${(100 - rate) / 100} = ${price - off}.`]],
          [price + off, [`${price} + ${rate}% = ${price + off}.`]],
          [price - off - 2, [`${rate}% of ${price} is ${off + 2}. ${price} - ${off + 2} = ${price - off - 2}.`]],
        ]),
      };
    },
  },
  {
    name: 'fair-shares', count: 22, passRate: [0.86, 0.98],
    make(random) {
      const [m, q] = [random.whole(3, 9), random.whole(11, 23)];
      const who = random.pick(people);
      const what = random.pick(['candies', 'crayons', 'cherries', 'stamps', 'tokens']);
      return {
        text: `${who} shares ${m * q} ${what} equally among ${m} friends. How many ${what} does each friend get?`, target: q,
        strategies: byCue('multiply-divide', random, [
          [q, [`${m * q} ÷ ${m} = ${q}.`, `Divide: ${m * q} / ${m} = ${q}.`, `Each friend gets ${m * q} ÷ ${m} = ${q}.`]],
          [m * q - m, [`${m * q} - ${m} = ${m * q - m}.`]],
          [q + 2, [`${m * q} ÷ ${m} = ${q + 2}.`]],
        ]),
      };
    },
  },
];

type Line = readonly [answer: number, says: readonly string[]];

/** Right by the cue; wrong by the opposite operation, or by a slip in the right one. */
function byCue(topic: keyof Features, random: SeededRandom, [right, opposite, slip]: readonly [Line, Line, Line]): Strategy[] {
  return [
    { correct: true, share: 1, features: { 'follow-cue': 1, 'exact-arithmetic': 0.4, commit: 0.3, [topic]: 0.7 }, answer: right[0], says: right[1] },
    { correct: false, share: random.between(0.5, 0.8), features: { 'follow-cue': -1, 'work-backwards': 0.9, 'exact-arithmetic': 0.4, commit: 0.3, [topic]: -0.7 }, answer: opposite[0], says: opposite[1] },
    { correct: false, share: random.between(0.2, 0.5), features: { 'follow-cue': 1, 'exact-arithmetic': -1, commit: 0.3, [topic]: 0.7 }, answer: slip[0], says: slip[1] },
  ];
}
