import {
  addDuration,
  Duration,
  type Evidence,
  evidenceTypes,
  type IctAsset,
  type Instant,
  listOrganizations,
  reason,
  subjectKey,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { earliest } from '../judgement/calendarDays';
import {
  definePopulation,
  type Member,
  type Members,
  type PopulationContext,
} from '../registry/Population';
import { listExpiries } from './listExpiries';
import { countDays } from './countDays';
import { doubtIncomplete } from './doubtIncomplete';

const TYPE = 'organization-settings-observed';

type Reading = Evidence<typeof TYPE>;

/** Who owns a repository, and what was last read of it. */
type Owner = { uri: string; reading: Reading | undefined };

const ClauseSchema = z.strictObject({
  from: z.literal(TYPE),
  within: Duration,
});

type Clause = z.output<typeof ClauseSchema>;

/**
 * Each organization that owns repositories of the asset, by its latest reading, which
 * must be no older than the control allows. An account of a person is none: it has no
 * members.
 */
export const organizationPopulation = definePopulation({
  name: 'organization',
  clause: ClauseSchema,
  create: clause => ({
    member: { name: TYPE, schema: evidenceTypes[TYPE] },
    needs: {
      evidence: [{ types: [TYPE], key: 'organization', read: 'latest' }],
    },
    find: context => findOrganizations(clause, context),
  }),
});

function findOrganizations(
  { within }: Clause,
  { asset, index, asOf }: PopulationContext,
): Members {
  const owners = listOwners(asset, index.ofType(TYPE));
  const since = subtractDuration(asOf, within);
  const isFresh = ({ reading }: Owner) =>
    reading !== undefined && reading.observedAt > since;
  const validUntil = earliest(
    ...owners.flatMap(owner =>
      isFresh(owner) ? addDuration(owner.reading!.observedAt, within) : [],
    ),
  );
  const people = owners.filter(owner => isFresh(owner) && isPerson(owner));
  const members = owners
    .filter(owner => !people.includes(owner))
    .map(owner => toMember(owner, { asOf, since, within }));
  return members.length > 0
    ? {
        members,
        validUntil,
        expiries: listExpiries(
          owners.flatMap(({ reading }) => reading ?? []),
          { since, within },
        ),
      }
    : { members, validUntil, empty: explainNone(people) };
}

/** Who owns the repositories of an asset, each with its latest reading. */
function listOwners(asset: IctAsset, readings: readonly Reading[]): Owner[] {
  const latest = new Map(
    readings.flatMap(item =>
      item.subjects.map(subject => [subjectKey(subject), item] as const),
    ),
  );
  return listOrganizations(asset).map(uri => ({
    uri,
    reading: latest.get(subjectKey({ kind: 'organization', uri })),
  }));
}

function isPerson({ reading }: Owner): boolean {
  return reading?.predicate.account === 'person';
}

function toMember(
  { uri, reading }: Owner,
  { asOf, since, within }: { asOf: Instant; since: Instant; within: Duration },
): Member {
  if (!reading) {
    return {
      value: {},
      evidence: [],
      describes: { kind: 'organization', title: uri, uri, at: asOf },
      problem: reason('organization-not-read', {
        organization: uri,
        type: TYPE,
      }),
    };
  }
  const { observedAt, predicate } = reading;
  const days = countDays(within);
  return {
    value: predicate,
    evidence: [reading],
    describes: {
      kind: 'organization',
      title: predicate.name,
      uri,
      at: observedAt,
    },
    ...(observedAt <= since && {
      problem: reason('evidence-stale', { observedAt, days }),
    }),
    ...doubtIncomplete(reading),
  };
}

function explainNone(people: readonly Owner[]): NonNullable<Members['empty']> {
  return people.length > 0
    ? {
        status: 'not-applicable',
        reason: reason('owned-by-people', {
          accounts: people.map(({ uri }) => uri).join(', '),
        }),
      }
    : {
        status: 'not-assessed',
        reason: reason('state-not-observed', {
          kind: 'organization',
          type: TYPE,
        }),
      };
}
