import { z } from 'zod';
import { Millis } from './fields';

const Cause = z.looseObject({
  _class: z.string().nullish(),
  shortDescription: z.string().nullish(),
  userId: z.string().nullish(),
  userName: z.string().nullish(),
  /** Of the rejection of an input: when, and by whom. */
  timestamp: Millis.nullish(),
  user: z
    .looseObject({ id: z.string().nullish(), fullName: z.string().nullish() })
    .nullish(),
});

const Action = z.looseObject({
  _class: z.string().nullish(),
  causes: z.array(Cause).nullish(),
  /** Of the approval of an input: who gave it. */
  userId: z.string().nullish(),
  parameters: z
    .array(z.looseObject({ name: z.string(), value: z.unknown() }))
    .nullish(),
  lastBuiltRevision: z
    .looseObject({
      SHA1: z.string().nullish(),
      branch: z.array(z.looseObject({ name: z.string().nullish() })).nullish(),
    })
    .nullish(),
  remoteUrls: z.array(z.string()).nullish(),
  failCount: z.number().int().nonnegative().nullish(),
  skipCount: z.number().int().nonnegative().nullish(),
  totalCount: z.number().int().nonnegative().nullish(),
  urlName: z.string().nullish(),
});

/**
 * A build as `GET <build>/api/json` gives it. What plugins add stands in its
 * actions, in no order and with many empty ones.
 */
export const BuildJson = z.looseObject({
  _class: z.string().nullish(),
  number: z.number().int().positive(),
  url: z.string().min(1),
  building: z.boolean(),
  result: z.string().nullable(),
  timestamp: Millis,
  duration: Millis,
  actions: z
    .array(Action.nullable())
    .nullish()
    .transform(actions => (actions ?? []).filter(action => action !== null)),
});

export type BuildJson = z.output<typeof BuildJson>;

/** The fields above in the words of Jenkins's `tree`. */
export const BUILD_TREE = [
  '_class',
  'number',
  'url',
  'building',
  'result',
  'timestamp',
  'duration',
  `actions[${[
    '_class',
    'causes[_class,shortDescription,userId,userName,timestamp,user[id,fullName]]',
    'userId',
    'parameters[name,value]',
    'lastBuiltRevision[SHA1,branch[name]]',
    'remoteUrls',
    'failCount',
    'skipCount',
    'totalCount',
    'urlName',
  ].join(',')}]`,
].join(',');

/** The last part of the name of a Java class, `UserIdCause` for instance. */
export function simpleName(type: string | null | undefined): string {
  return /[^.$]*$/.exec(type ?? '')?.[0] ?? '';
}

/** Whether the build is over, and its result stands. */
export function isFinished(
  build: BuildJson,
): build is BuildJson & { result: string } {
  return !build.building && build.result !== null;
}

/** Milliseconds since 1970 at which a finished build ended. */
export function endOf({ timestamp, duration }: BuildJson): number {
  return timestamp + duration;
}
