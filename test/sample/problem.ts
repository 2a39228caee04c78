import type { SeededRandom } from './seededRandom';

/** What the policy's linear head looks at. Each is a habit that several families share; that is where interference comes from. */
export const featureNames = [
  'follow-cue', 'work-backwards', 'last-step', 'exact-arithmetic', 'read-everything', 'commit',
  'add-subtract', 'multiply-divide', 'percent', 'rate', 'counting', 'explain',
] as const;
export type Feature = (typeof featureNames)[number];
export type Features = Readonly<Partial<Record<Feature, number>>>;

/** One way to go about a problem. It decides the answer and what the policy's head sees; the wording is chance. */
export interface Strategy {
  readonly correct: boolean;
  /** How often, among the correct or among the wrong strategies; relative. */
  readonly share: number;
  readonly features: Features;
  /** null: the response ends without an answer. */
  readonly answer: number | null;
  /** Wordings, one is chosen by chance. */
  readonly says: readonly string[];
}

export interface Problem {
  readonly text: string;
  readonly target: number;
  readonly strategies: readonly Strategy[];
}

/** A family of word problems, and how likely the policy is to solve one of them. */
export interface Family {
  readonly name: string;
  readonly count: number;
  /** The pass rate is drawn between these. */
  readonly passRate: readonly [low: number, high: number];
  make(random: SeededRandom): Problem;
}

export const people = [
  'Maya', 'Leo', 'Priya', 'Tom', 'Aisha', 'Ben', 'Chloe', 'Diego', 'Elif', 'Finn', 'Grace', 'Hugo', 'Ines', 'Jonas', 'Kofi', 'Lena',
  'Mateo', 'Nora', 'Omar', 'Paula', 'Rosa', 'Sam', 'Tara', 'Yusuf',
];
