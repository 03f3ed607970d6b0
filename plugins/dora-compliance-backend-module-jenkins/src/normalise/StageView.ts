import { z } from 'zod';
import { Millis, Text } from './fields';
import { type Lenient, parseLeniently, readEach } from './parseLeniently';

/** States of stages and steps that ran and are over. */
const OVER = ['SUCCESS', 'FAILED', 'ABORTED', 'UNSTABLE'];

/** A stage, or a step within one, as the stage view gives it. */
const Node = z.looseObject({
  // Part of an address that is looked up.
  id: Text.min(1).max(100),
  name: Text.min(1),
  status: z.enum([
    'SUCCESS',
    'FAILED',
    'ABORTED',
    'UNSTABLE',
    'IN_PROGRESS',
    'PAUSED_PENDING_INPUT',
    'NOT_EXECUTED',
  ]),
  startTimeMillis: Millis,
  durationMillis: Millis,
  pauseDurationMillis: Millis.nullish(),
  execNode: Text.nullish(),
});

export type StageNode = z.output<typeof Node>;

const links = z
  .looseObject({ self: z.looseObject({ href: Text }).nullish() })
  .nullish();

/** A run, as `GET <build>/wfapi/describe` gives it. */
export const StageRun = z.looseObject({
  _links: links,
  stages: z.array(Node),
});

export type StageRun = z.output<typeof StageRun>;

/** What shows that a value is a run, whatever its stages are. */
export const StageViewMarks = z.looseObject({
  _links: links,
  stages: z.array(z.unknown()),
});

/**
 * Reads a run. A stage that can't be read is a flaw and leaves the others
 * alone; throws a ZodError when it is no run.
 */
export function readStageView(value: unknown): Lenient<StageRun> {
  const run = StageViewMarks.parse(value);
  const { read, flaws } = readEach(
    run.stages,
    index => `stages.${index}`,
    stage => parseLeniently(Node, stage, /^execNode$/),
  );
  return { data: { ...run, stages: read }, flaws };
}

/** A stage with its steps: `GET <build>/execution/node/<id>/wfapi/describe`. */
export const StageDetail = Node.extend({ stageFlowNodes: z.array(Node) });

export type StageDetail = z.output<typeof StageDetail>;

/** Milliseconds since 1970 at which a stage or step ended. */
export function endOfNode(node: StageNode): number {
  return node.startTimeMillis + node.durationMillis;
}

/** Whether it ran and is over. */
export function isOver({ status }: StageNode): boolean {
  return OVER.includes(status);
}

/** Whether a stage waited for something, an input perhaps. */
export function hasPaused({ pauseDurationMillis }: StageNode): boolean {
  return (pauseDurationMillis ?? 0) > 0;
}
