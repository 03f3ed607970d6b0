import {
  type EvidenceGap,
  type GapView,
  type Instant,
  type Reason,
  reason,
  type SourceView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { readInstant } from '../../kernel/database/columns';
import { gapFromRow, type GapRow } from '../../sources/silence/gapRow';
import {
  type SourceKinds,
  sourceState,
} from '../../sources/silence/sourceState';
import type { SourceFigures } from '../../sources/silence/KnexSourceFigures';
import { ownSourceState } from './ownSourceState';
import type { Sentences } from '@ict-assurance/backstage-plugin-dora-compliance-engine';

/** A source as it is shown. */
export function sourceView(options: {
  id: string;
  kinds: SourceKinds;
  figures: SourceFigures;
  quietAfter: number;
  now: Instant;
  sentences: Sentences;
}): SourceView {
  const { id, kinds, figures, now, sentences } = options;
  const { targets, latestRound, waitingSince, recordedAfter } = figures;
  const { expected, received, missed } = targets;
  const { title, receives, collects, askedWith, notices = [] } = kinds;
  const { state, reason: why } = ownSourceState(id, sourceState(options));
  const { clockSkew, problem, ...lastHeartbeat } = latestRound ?? {};
  return {
    id,
    ...(title !== undefined && { title }),
    kinds: { receives, collects, ...(askedWith && { askedWith }) },
    state,
    reason: sentences.explained(why),
    ...(notices.length > 0 && { notices: [...notices] }),
    ...(!figures.isOfSome && {
      documents: { lastDay: figures.lastDay, all: figures.all },
      refused: [...figures.refused],
    }),
    ...(targets.read > 0 && {
      reconciliation: { expected, received, missed },
    }),
    ...(figures.lastReceivedAt && { lastReceivedAt: figures.lastReceivedAt }),
    lag: {
      ...(waitingSince && {
        waiting: Math.max(0, Date.parse(now) - Date.parse(waitingSince)),
      }),
      ...(recordedAfter !== undefined && { recorded: recordedAfter }),
    },
    ...(latestRound && {
      lastHeartbeat: {
        ...(lastHeartbeat as typeof latestRound),
        ...(problem !== undefined && { problem: sentences.text(problem) }),
      },
    }),
    targets: { all: targets.all, incomplete: targets.incomplete },
    ...(clockSkew !== undefined && { clockSkew }),
    openGaps: figures.gaps.open,
  };
}

/** A gap as it is shown, with what closes it. */
export function gapView(
  row: GapRow,
  advice: string | undefined,
  sentences: Sentences,
): GapView {
  const { detail, ...gap } = gapFromRow(row);
  return {
    ...gap,
    ...(detail !== undefined && { detail: sentences.text(detail) }),
    id: row.id,
    ...(row.uri !== null && { target: row.uri }),
    ...(row.made_good_at && { madeGoodAt: readInstant(row.made_good_at) }),
    reason: sentences.explained(gapReason({ ...gap, detail })),
    ...(advice !== undefined && { advice }),
  };
}

function gapReason({ from, to, cause, detail }: EvidenceGap): Reason {
  const started = { from, ...(detail !== undefined && { detail }) };
  switch (cause) {
    case 'source-off':
      return reason('gap-source-off', { ...started, ...(to && { to }) });
    case 'collector-silent':
      return reason('gap-collector-silent', { ...started, ...(to && { to }) });
    default:
      // Gaps of the other causes are found when they have ended.
      return reason(`gap-${cause}`, { ...started, to: to ?? '' });
  }
}
