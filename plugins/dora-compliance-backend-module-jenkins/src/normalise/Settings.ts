import { z } from 'zod';

/** A job as the collector asks for it. */
export const JobJson = z.looseObject({
  _class: z.string().nullish(),
  name: z.string().min(1),
  url: z.string().min(1),
  fullName: z.string().nullish(),
  labelExpression: z.string().nullish(),
  upstreamProjects: z
    .array(z.looseObject({ name: z.string(), fullName: z.string().nullish() }))
    .nullish(),
  property: z
    .array(z.looseObject({ _class: z.string().nullish() }).nullable())
    .nullish(),
  actions: z
    .array(z.looseObject({ objectUrl: z.string().nullish() }).nullable())
    .nullish(),
  scm: z
    .looseObject({
      userRemoteConfigs: z.array(z.looseObject({ url: z.string() })).nullish(),
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
      displayName: z.string().min(1),
      offline: z.boolean().nullish(),
      assignedLabels: z
        .array(z.looseObject({ name: z.string().nullish() }))
        .nullish(),
    }),
  ),
});

export const COMPUTERS_TREE =
  'computer[_class,displayName,offline,assignedLabels[name]]';
