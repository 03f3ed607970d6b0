import {
  Duration,
  type Evidence,
  type EvidenceType,
  evidenceTypes,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { definePopulation, type PopulationType } from '../registry/Population';
import { findLongest } from './findLongest';
import {
  type Ends,
  findStates,
  FORGOTTEN,
  type More,
  type StateClause,
} from './findStates';

/**
 * Each of some things of an asset, such as its branches, by the latest evidence
 * of one type about it. Evidence must be no older than the control allows. A
 * thing that the last complete collection of its source did not find again is no
 * longer there; it counts for the time that the control gives as `goneWithin`.
 */
export function defineStatePopulation<Type extends EvidenceType>({
  name,
  types,
  title,
  more,
  ends,
}: {
  name: string;
  types: readonly Type[];
  /** What a thing is called, unique within its repository. */
  title: (evidence: Evidence<Type>) => string;
  /** What members have besides the content of the evidence. */
  more?: More<Type>;
  /** Absent if things that are gone are of no interest. */
  ends?: Ends;
}): PopulationType {
  return definePopulation({
    name,
    clause: z.strictObject({
      from: z.enum(types),
      within: Duration,
      ...(ends && { goneWithin: Duration.optional() }),
    }),
    create: (clause: StateClause<Type>) => ({
      member: {
        name: clause.from,
        schema: more
          ? z.intersection(evidenceTypes[clause.from], more.schema)
          : evidenceTypes[clause.from],
      },
      needs: {
        evidence: [
          {
            types: [
              clause.from,
              'collector-heartbeat',
              ...(clause.goneWithin ? ends?.types ?? [] : []),
            ],
            key: 'asset',
            read: 'history',
            within: findLongest([FORGOTTEN, clause.goneWithin ?? FORGOTTEN])!,
          },
        ],
      },
      find: context => findStates({ name, title, more, ends }, clause, context),
    }),
  });
}
