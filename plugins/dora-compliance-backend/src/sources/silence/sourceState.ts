import {
  type Instant,
  type ParamsOf,
  type Reason,
  reason,
  type ReasonCode,
  type SourceState,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  SourceGives,
  SourcePages,
  SourceSetup,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { SourceFigures } from './KnexSourceFigures';
import { shiftInstant } from '../../kernel/worker/shiftInstant';

/** A source as configured: its name and what it can do. */
export type SourceKinds = {
  /** Its name for people; absent for the backend's own sources. */
  title?: string;
  receives: boolean;
  collects: boolean;
  /** The types of evidence that its module declares. */
  gives?: SourceGives;
  /** Why it is off; absent when it is on. */
  off?: SourceSetup['off'];
  /** What of its configuration needs attention. */
  notices?: readonly string[];
  /** What to configure so that it is collected; absent if it can't be. */
  askedWith?: string;
  /** Its web pages; absent if it has none, or is off. */
  pages?: SourcePages;
};

/** A source may miss fewer events than this by chance. */
const FEW = 3;

/** The state of a source and why: the most serious that applies. */
export function sourceState(options: {
  kinds: SourceKinds;
  figures: SourceFigures;
  /** How long a source that only pushes may be idle, in milliseconds. */
  quietAfter: number;
  now: Instant;
}): { state: SourceState; reason: Reason } {
  const { kinds, figures, quietAfter, now } = options;
  const { lastDay, lastReceivedAt, latestRound, targets, gaps } = figures;
  const wasHeard = Boolean(lastReceivedAt || latestRound || figures.wasHeard);
  if (kinds.off) {
    return offState(kinds.off, wasHeard);
  }
  if (!wasHeard) {
    return gaps.silent > 0
      ? silent(gaps)
      : as('never-heard', 'source-never-heard');
  }
  if (lastDay.rejected * 2 > lastDay.received - lastDay.waiting) {
    const { rejected, received } = lastDay;
    return as('failing', 'source-rejects', { rejected, received });
  }
  if (targets.read > 0 && targets.uncovered === targets.read) {
    const problem = latestRound?.problem ?? '';
    return as('failing', 'source-unreadable', {
      targets: targets.read,
      problem,
    });
  }
  if (gaps.silent > 0) {
    return silent(gaps);
  }
  const { expected, received } = targets;
  if (kinds.receives && expected >= FEW && received === 0) {
    return as('silent', 'source-deaf', { expected });
  }
  const isQuiet =
    kinds.receives &&
    lastReceivedAt &&
    lastReceivedAt < shiftInstant(now, -quietAfter);
  if (isQuiet && !kinds.collects) {
    return as('silent', 'source-quiet', { since: lastReceivedAt });
  }
  if (gaps.open > 0) {
    return as('incomplete', 'source-gaps', gapParams(gaps.open, kinds));
  }
  if (targets.incomplete > 0) {
    const { incomplete, all } = targets;
    return as('incomplete', 'source-incomplete', { incomplete, all });
  }
  const flawed = lastDay.rejected + lastDay.partial;
  return flawed > 0
    ? as('incomplete', 'source-flawed', { flawed })
    : as('healthy', healthyCode(figures));
}

function as<C extends ReasonCode>(
  state: SourceState,
  code: C,
  ...params: ParamsOf<C>
): { state: SourceState; reason: Reason } {
  return { state, reason: reason(code, ...params) };
}

/** Callers who may not read all assets learn nothing about documents. */
function healthyCode({ isOfSome }: SourceFigures) {
  return isOfSome ? 'source-healthy-in-part' : 'source-healthy';
}

/** How many gaps are open, and how they are closed. */
function gapParams(gaps: number, { collects, askedWith }: SourceKinds) {
  const how = collects ? 'collected' : askedWith;
  return { gaps, ...(how && { how }) };
}

function offState(
  { isMisconfigured, reason: why }: NonNullable<SourceKinds['off']>,
  wasOn: boolean,
): { state: SourceState; reason: Reason } {
  return {
    state: isMisconfigured ? 'misconfigured' : 'off',
    reason: reason('source-off', { why, wasOn: Number(wasOn) }),
  };
}

function silent({ silent: targets, silentSince }: SourceFigures['gaps']) {
  const params = { targets, since: silentSince ?? '' };
  return {
    state: 'silent' as const,
    reason: reason('source-unasked', params),
  };
}
