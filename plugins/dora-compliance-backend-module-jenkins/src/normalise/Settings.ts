import { z } from 'zod';
import { Text } from './fields';

/** A job as the collector asks for it. */
export const JobJson = z.looseObject({
  _class: Text.nullish(),
  name: Text.min(1),
  url: Text.min(1),
  fullName: Text.nullish(),
  labelExpression: Text.nullish(),
  upstreamProjects: z
    .array(z.looseObject({ name: Text, fullName: Text.nullish() }))
    .nullish(),
  property: z
    .array(z.looseObject({ _class: Text.nullish() }).nullable())
    .nullish(),
  actions: z
    .array(z.looseObject({ objectUrl: Text.nullish() }).nullable())
    .nullish(),
  scm: z
    .looseObject({
      userRemoteConfigs: z
        .array(z.looseObject({ url: Text.nullish() }))
        .nullish(),
    })
    .nullish(),
});

export type JobJson = z.output<typeof JobJson>;

/** The fields above in the words of Jenkins's `tree`. */
export const JOB_TREE = [
  '_class',
  'name',
  'url',
  'fullName',
  'labelExpression',
  'upstreamProjects[name,fullName]',
  'property[_class]',
  'actions[objectUrl]',
  'scm[userRemoteConfigs[url]]',
].join(',');

/** The machines of a controller. */
export const ComputersJson = z.looseObject({
  computer: z.array(
    z.looseObject({
      displayName: Text.min(1),
      offline: z.boolean().nullish(),
      assignedLabels: z
        .array(z.looseObject({ name: Text.nullish() }))
        .nullish(),
    }),
  ),
});

export const COMPUTERS_TREE =
  'computer[_class,displayName,offline,assignedLabels[name]]';
