import { describeProblem } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { parsePlace } from './BuildPlace';
import { Millis, Text } from './fields';
import { type Lenient, parseLeniently } from './parseLeniently';

const Count = z.number().int().nonnegative().nullish();

const Cause = z.looseObject({
  _class: Text.nullish(),
  shortDescription: Text.nullish(),
  userId: Text.nullish(),
  userName: Text.nullish(),
});

/** The cause a rejected input leaves: when it was rejected, and by whom. */
export const RejectionCause = z.looseObject({
  timestamp: Millis.nullish(),
  user: z
    .looseObject({ id: Text.nullish(), fullName: Text.nullish() })
    .nullish(),
});

const Action = z.looseObject({
  _class: Text.nullish(),
  causes: listShape(Cause),
  /** Of the approval of an input: who gave it. */
  userId: Text.nullish(),
  // Passwords, files and runs as parameters have no value.
  parameters: listShape(z.looseObject({ value: z.unknown().optional() })),
  lastBuiltRevision: z
    .looseObject({
      SHA1: Text.nullish(),
      branch: listShape(z.looseObject({ name: Text.nullish() })),
    })
    .nullish(),
  remoteUrls: listShape(Text),
  /** Of a branch: the commit that was to be built. Other plugins differ. */
  revision: z.unknown().optional(),
  failCount: Count,
  skipCount: Count,
  totalCount: Count,
  urlName: Text.nullish(),
});

/** A list that may be absent and have gaps; plugins leave both. */
function listShape<T extends z.ZodType>(item: T) {
  return z
    .array(item.nullable())
    .nullish()
    .transform(items => items?.filter(one => one !== null));
}

function requireAddress(url: string, context: z.RefinementCtx) {
  try {
    parsePlace(url);
  } catch (error) {
    const message = (error as Error).message.replace(/^url /, '');
    context.addIssue({ code: 'custom', message });
  }
}

/**
 * A build as `GET <build>/api/json` gives it. What plugins add stands in its
 * actions, in no order and with many empty ones.
 */
const BuildJson = z.looseObject({
  _class: Text.nullish(),
  number: z.number().int().positive(),
  url: Text.min(1).superRefine(requireAddress),
  building: z.boolean(),
  result: Text.nullable(),
  timestamp: Millis,
  duration: Millis,
  actions: listShape(Action).transform(actions => actions ?? []),
});

export type BuildJson = z.output<typeof BuildJson>;

/**
 * Reads a build. What plugins add in a form we don't know is a flaw; anything
 * else throws a ZodError.
 */
export function readBuildJson(value: unknown): Lenient<BuildJson> {
  return parseLeniently(BuildJson, value, /^actions\b.*/);
}

/** A build that can be read. */
export const ReadableBuild = z.unknown().superRefine((value, context) => {
  try {
    readBuildJson(value);
  } catch (error) {
    context.addIssue({ code: 'custom', message: describeProblem(error) });
  }
});

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
    'revision[hash]',
    'failCount',
    'skipCount',
    'totalCount',
    'urlName',
  ].join(',')}]`,
].join(',');

/** The last part of the name of a Java class, `UserIdCause` for instance. */
export function simpleName(type: string | null | undefined): string {
  return (type ?? '').split(/[.$]/).at(-1) ?? '';
}

/** Whether the build is over, and its result stands. */
export function isFinished(
  build: BuildJson,
): build is BuildJson & { result: string } {
  return !build.building && build.result !== null;
}

/** Milliseconds since 1970 at which a finished build ended. */
export function computeEnd({ timestamp, duration }: BuildJson): number {
  return timestamp + duration;
}
