import {
  type GapView,
  type Instant,
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
import { explained } from './sourceSentences';

/** A source as it is shown. */
export function sourceView(options: {
  id: string;
  kinds: SourceKinds;
  figures: SourceFigures;
  quietAfter: number;
  now: Instant;
}): SourceView {
  const { id, kinds, figures, now } = options;
  const { targets, latestRound, waitingSince, recordedAfter } = figures;
  const { expected, received, missed } = targets;
  const { receives, collects, askedWith, notices = [] } = kinds;
  const { state, reason: why } = ownSourceState(id, sourceState(options));
  const { clockSkew, ...lastHeartbeat } = latestRound ?? {};
  return {
    id,
    kinds: { receives, collects, ...(askedWith && { askedWith }) },
    state,
    reason: explained(why),
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
    ...(latestRound && { lastHeartbeat: lastHeartbeat as typeof latestRound }),
    targets: { all: targets.all, incomplete: targets.incomplete },
    ...(clockSkew !== undefined && { clockSkew }),
    openGaps: figures.gaps.open,
  };
}

/** A gap as it is shown, with what closes it. */
export function gapView(row: GapRow, advice: string | undefined): GapView {
  const gap = gapFromRow(row);
  const { from, to, cause, detail } = gap;
  const params = {
    from,
    ...(to && { to }),
    ...(detail !== undefined && { detail }),
  };
  return {
    ...gap,
    id: row.id,
    ...(row.uri !== null && { target: row.uri }),
    ...(row.made_good_at && { madeGoodAt: readInstant(row.made_good_at) }),
    reason: explained(reason(`gap-${cause}`, params)),
    ...(advice !== undefined && { advice }),
  };
}
