import type { ErrorCode } from '../../errors/errorCodes';
import type { None } from './None';

type Ended = { from: string; to: string; detail?: string };

/**
 * Why a source has its state and why it has a gap, with the parameters of each
 * sentence.
 *
 * @public
 */
export type SourceReasons = {
  // states
  'catalog-unread': None;
  'people-reviewed-nothing': None;
  'source-deaf': { expected: number };
  'source-flawed': { flawed: number };
  /** What closes the gaps: `collected`, or what to configure. */
  'source-gaps': { gaps: number; how?: string };
  'source-healthy': None;
  'source-healthy-in-part': None;
  'source-incomplete': { incomplete: number; all: number };
  'source-never-heard': None;
  'source-off': { why: string; wasOn: number };
  'source-quiet': { since: string };
  'source-rejects': { rejected: number; received: number };
  'source-unasked': { targets: number; since: string };
  'source-unreadable': { targets: number; problem: string };
  // gaps
  'gap-collector-silent': { from: string; to?: string; detail?: string };
  'gap-deliveries-missed': Ended;
  'gap-deliveries-refused': Ended;
  'gap-receiver-down': Ended;
  'gap-source-off': { from: string; to?: string; detail?: string };
  // details of gaps
  'refused-with': { error: ErrorCode };
  'target-incomplete': { target: string; problem: string };
  'target-missed': { target: string; missed: number; expected: number };
  'target-not-in-catalog': { target: string };
};
