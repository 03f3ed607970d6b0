import {
  Instant,
  type Instant as Moment,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  BackfillStep,
  CollectedDocument,
  CollectionTarget,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import type { Asking } from '../GithubPart';
import { Inquiry } from '../Inquiry';
import { historyStages as stages } from '../history';
import type { Span } from '../Span';

/** Things a page; each costs some more requests. */
const PER_PAGE = 20;

/** Where a back-fill stands; its text is the cursor. */
const Cursor = z.object({
  until: Instant,
  stage: z.number().int().nonnegative(),
  /** Absent at the start of a stage. */
  place: z.unknown().optional(),
  done: z.number().int().nonnegative(),
});

type Cursor = z.output<typeof Cursor>;

type Options = {
  target: CollectionTarget;
  from: { readonly since: Moment; readonly cursor?: string };
  now: () => Moment;
  ask(): Promise<Asking | Inquiry>;
};

/**
 * What happened between an instant and now, in steps that each end at a
 * cursor. A step that fails is the last: it gives no documents and the cursor
 * it began with.
 */
export async function* backfillSteps(
  options: Options,
): AsyncIterable<BackfillStep> {
  const { from, now } = options;
  let cursor: Cursor | undefined = from.cursor
    ? Cursor.parse(JSON.parse(from.cursor))
    : { until: now(), stage: 0, done: 0 };
  while (cursor) {
    const { step, next }: Stepped = await stepFrom(cursor, options);
    yield step;
    cursor = step.problem ? undefined : next;
  }
}

type Stepped = { step: BackfillStep; next?: Cursor };

async function stepFrom(cursor: Cursor, options: Options): Promise<Stepped> {
  const again = { documents: [], cursor: JSON.stringify(cursor) };
  try {
    const asking = await options.ask();
    if (asking instanceof Inquiry) {
      return { step: { ...again, done: cursor.done, ...troubleOf(asking) } };
    }
    const { inquiries, next, read } = await stageStep(cursor, asking, options);
    const broken = [asking.inquiry, ...inquiries].find(one => one.isBroken);
    if (broken) {
      return { step: { ...again, done: cursor.done, ...troubleOf(broken) } };
    }
    const done = cursor.done + read;
    const following = followingOf(cursor, next, done);
    const part = stages[cursor.stage]?.part ?? '';
    return {
      step: {
        documents: inquiries.map(one => documentOf(one, part, options)),
        ...(following && { cursor: JSON.stringify(following) }),
        done,
      },
      ...(following && { next: following }),
    };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { step: { ...again, done: cursor.done, problem } };
  }
}

async function stageStep(cursor: Cursor, asking: Asking, options: Options) {
  const stage = stages[cursor.stage];
  if (!stage) {
    throw new TypeError(`The cursor names stage ${cursor.stage}, unknown here`);
  }
  const span: Span = {
    since: wholeSecond(options.from.since),
    until: cursor.until,
    perPage: PER_PAGE,
  };
  const place =
    cursor.place === undefined
      ? stage.start(asking, span)
      : stage.place.parse(cursor.place);
  return stage.step(asking, place, span);
}

/** GitHub tells moments by the second. */
function wholeSecond(instant: Moment): Moment {
  return `${instant.slice(0, 19)}.000Z` as Moment;
}

function followingOf(
  { until, stage }: Cursor,
  place: unknown,
  done: number,
): Cursor | undefined {
  if (place !== undefined) {
    return { until, stage, place, done };
  }
  return stage + 1 < stages.length
    ? { until, stage: stage + 1, done }
    : undefined;
}

function troubleOf({ problem, retryAfter }: Inquiry) {
  return {
    problem: problem ?? 'GitHub gave no whole answer',
    ...(retryAfter !== undefined && { retryAfter }),
  };
}

function documentOf(
  inquiry: Inquiry,
  part: string,
  { target, now }: Options,
): CollectedDocument {
  const { answers, complete, problem } = inquiry.reading();
  return {
    part,
    target: target.uri,
    targetKind: target.kind,
    collectedAt: now(),
    complete,
    ...(problem && { problem }),
    answers: [...answers],
  };
}
