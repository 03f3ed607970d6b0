import { z } from 'zod';

/** The stages, checkpoints and jobs of a run. */
export const Timeline = z.looseObject({
  records: z.array(
    z.looseObject({
      id: z.string().min(1),
      parentId: z.string().nullish(),
      type: z.string().nullish(),
      name: z.string().nullish(),
      identifier: z.string().nullish(),
    }),
  ),
});

export type Timeline = z.output<typeof Timeline>;

/**
 * The approvals a stage of a run waited for: their records lie below the
 * checkpoint of the stage and have the ids of the approvals.
 */
export function listApprovalIds(
  { records }: Timeline,
  stageName: string | null | undefined,
): string[] {
  const below = (parents: ReadonlySet<string>, type: string) =>
    records.filter(
      record => record.type === type && parents.has(record.parentId ?? ''),
    );
  const toIds = (found: Timeline['records']) =>
    new Set(found.map(({ id }) => id));
  const stages = records.filter(
    ({ type, name, identifier }) =>
      type === 'Stage' && (identifier === stageName || name === stageName),
  );
  const checkpoints = below(toIds(stages), 'Checkpoint');
  return below(toIds(checkpoints), 'Checkpoint.Approval').map(({ id }) => id);
}
