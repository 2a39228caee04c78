import { people, type Family, type Feature, type Strategy } from './problem';
import type { SeededRandom } from './seededRandom';

/** Families of two or three steps. The policy often stops one step early or overlooks a number. */
export const middleFamilies: readonly Family[] = [
  {
    name: 'mean-score', count: 11, passRate: [0.4, 0.8],
    make(random) {
      const mean = random.whole(71, 92);
      const [up, down] = [random.whole(2, 7), random.whole(1, 6)];
      const scores = random.shuffled([mean + up, mean - down, mean - up + down]);
      const sum = 3 * mean;
      const who = random.pick(people);
      return {
        text: `${who} scored ${scores.join(', ')} on three tests. What is ${who}'s mean score?`, target: mean,
        strategies: inSteps('rate', random, {
          right: [mean, [`${scores.join(' + ')} = ${sum}, and ${sum} / 3 = ${mean}.`, `The sum is ${sum}. Divided by 3 tests: ${mean}.`]],
          early: [sum, [`${scores.join(' + ')} = ${sum}.`, `Add the scores: ${sum}.`]],
          careless: [sum / 2, [`The sum is ${sum}; ${sum} / 2 = ${sum / 2}.`]],
          slip: [mean + 2, [`The sum is ${sum + 6}, divided by 3 that is ${mean + 2}.`]],
        }),
      };
    },
  },
  {
    name: 'travel-time', count: 10, passRate: [0.25, 0.6],
    make(random) {
      const hours = random.whole(2, 4);
      const speed = 20 * random.whole(2, 5);
      const distance = speed * hours + speed / 2;
      const wrong = Math.round(speed * (hours + 0.3));
      const what = random.pick(['train', 'bus', 'truck', 'ferry']);
      return {
        text: `A ${what} travels at ${speed} km/h for ${hours} hours and 30 minutes. How many kilometres does it cover?`, target: distance,
        strategies: inSteps('rate', random, {
          right: [distance, [`${hours} h 30 min is ${hours}.5 h. ${speed} × ${hours}.5 = ${distance}.`, `${speed} × ${hours} = ${speed * hours}, half an hour adds ${speed / 2}: ${distance}.`]],
          early: [speed * hours, [`${speed} × ${hours} = ${speed * hours}.`, `Distance = ${speed} × ${hours} = ${speed * hours} km.`]],
          careless: [wrong, [`${hours} h 30 min = ${hours}.3 h. ${speed} × ${hours}.3 = ${wrong}.`]],
          slip: [distance + 20, [`${speed} × ${hours}.5 = ${distance + 20}.`]],
        }),
      };
    },
  },
  {
    name: 'change-due', count: 11, passRate: [0.3, 0.75],
    make(random) {
      const [a, p, b, q] = [random.whole(2, 6), random.whole(3, 7), random.whole(3, 7), random.whole(1, 2)];
      const cost = a * p + b * q;
      const paid = Math.ceil((cost + 3) / 10) * 10;
      const who = random.pick(people);
      return {
        text: `${who} buys ${a} notebooks at $${p} each and ${b} pens at $${q} each and pays with $${paid}. How many dollars of change does ${who} get?`, target: paid - cost,
        strategies: inSteps('add-subtract', random, {
          right: [paid - cost, [`${a}×${p} + ${b}×${q} = ${cost}, ${paid} - ${cost} = ${paid - cost}.`, `Notebooks $${a * p}, pens $${b * q}: $${cost}. Change: ${paid} - ${cost} = ${paid - cost}.`]],
          early: [cost, [`${a}×${p} + ${b}×${q} = ${cost}.`, `It costs ${a * p} + ${b * q} = ${cost}.`]],
          careless: [paid - a * p, [`${a} × ${p} = ${a * p}. ${paid} - ${a * p} = ${paid - a * p}.`]],
          slip: [paid - cost + 10, [`${cost} in all. ${paid} - ${cost} = ${paid - cost + 10}.`]],
        }),
      };
    },
  },
  {
    name: 'pages-left', count: 10, passRate: [0.45, 0.85],
    make(random) {
      const [perDay, days] = [random.whole(12, 24), random.whole(4, 9)];
      const read = perDay * days;
      const pages = read + random.whole(31, 95);
      const who = random.pick(people);
      return {
        text: `${who} reads ${perDay} pages a day. After ${days} days, how many pages of a ${pages}-page book are left to read?`, target: pages - read,
        strategies: inSteps('multiply-divide', random, {
          right: [pages - read, [`${perDay} × ${days} = ${read}; ${pages} - ${read} = ${pages - read}.`, `${who} has read ${read} pages, so ${pages} - ${read} = ${pages - read} are left.`]],
          early: [read, [`${perDay} × ${days} = ${read}.`, `In ${days} days: ${perDay} × ${days} = ${read} pages.`]],
          careless: [pages - perDay, [`${pages} - ${perDay} = ${pages - perDay}.`]],
          slip: [pages - read - 10, [`${perDay} × ${days} = ${read + 10}; ${pages} - ${read + 10} = ${pages - read - 10}.`]],
        }),
      };
    },
  },
];

type Line = readonly [answer: number, says: readonly string[]];

/** Right by going to the last step; wrong by stopping early, by overlooking a number, or by a slip. */
function inSteps(topic: Feature, random: SeededRandom, lines: { right: Line; early: Line; careless: Line; slip: Line }): Strategy[] {
  const { right, early, careless, slip } = lines;
  return [
    { correct: true, share: 1, features: { 'follow-cue': 0.7, 'last-step': 0.55, 'read-everything': 0.3, 'exact-arithmetic': 0.2, explain: 0.2, [topic]: 0.3 }, answer: right[0], says: right[1] },
    { correct: false, share: random.between(0.5, 0.7), features: { 'follow-cue': 0.1, 'last-step': -0.55, 'read-everything': 0.2, 'exact-arithmetic': 0.2, explain: -0.1, [topic]: 0.1 }, answer: early[0], says: early[1] },
    { correct: false, share: random.between(0.15, 0.3), features: { 'follow-cue': -0.2, 'last-step': 0.4, 'read-everything': -0.4, 'exact-arithmetic': 0.2 }, answer: careless[0], says: careless[1] },
    { correct: false, share: random.between(0.1, 0.25), features: { 'follow-cue': 0.5, 'last-step': 0.55, 'read-everything': 0.3, 'exact-arithmetic': -0.6, explain: 0.1, [topic]: 0.2 }, answer: slip[0], says: slip[1] },
  ];
}
