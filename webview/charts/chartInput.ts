import type { Report } from '../../src/core/reportShape';
import type { RunSnapshot } from '../../src/protocol/messages';
import type { Answers } from '../state/answers';

/** All that a chart is drawn from. */
export interface ChartInput {
  readonly run: RunSnapshot;
  readonly report: Report;
  /** What was worked out on demand so far. */
  readonly answers: Answers;
  /** The way it is to be drawn; null: as it is without being asked. */
  readonly choice: string | null;
}
