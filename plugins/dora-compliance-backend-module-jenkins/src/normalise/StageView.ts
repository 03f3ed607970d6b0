import { z } from 'zod';
import { Millis } from './fields';

/** A stage, or a step within one, as the stage view gives it. */
const Node = z.looseObject({
  id: z.string().min(1),
  name: z.string().min(1),
  status: z.string(),
  startTimeMillis: Millis,
  durationMillis: Millis,
  pauseDurationMillis: Millis.nullish(),
  execNode: z.string().nullish(),
});

export type StageNode = z.output<typeof Node>;

/** A run, as `GET <build>/wfapi/describe` gives it. */
export const StageRun = z.looseObject({
  _links: z
    .looseObject({ self: z.looseObject({ href: z.string() }).nullish() })
    .nullish(),
  name: z.string(),
  status: z.string(),
  stages: z.array(Node),
});

export type StageRun = z.output<typeof StageRun>;

/** A stage with its steps: `GET <build>/execution/node/<id>/wfapi/describe`. */
export const StageDetail = Node.extend({ stageFlowNodes: z.array(Node) });

export type StageDetail = z.output<typeof StageDetail>;

/** Milliseconds since 1970 at which a stage or step ended. */
export function endOfNode(node: StageNode): number {
  return node.startTimeMillis + node.durationMillis;
}

/** Whether it ran and is over. */
export function isOver({ status }: StageNode): boolean {
  return ['SUCCESS', 'FAILED', 'ABORTED', 'UNSTABLE'].includes(status);
}

/** Whether a stage waited for something, an input perhaps. */
export function hasPaused({ pauseDurationMillis }: StageNode): boolean {
  return (pauseDurationMillis ?? 0) > 0;
}
