import { z } from 'zod';
import { Instant } from '../time/Instant';
import { canonicalJson } from './canonicalJson';
import { type Digest, computeDigest } from './Digest';
import { EvidenceType, evidenceTypes, type Predicate } from './EvidenceType';
import { isAboutOrganization } from './isAboutOrganization';
import { Subject } from './Subject';

/**
 * What a source says, before we say how we came to hold it (in-toto
 * Statement): a typed content about subjects.
 *
 * @public
 */
export type Statement<T extends EvidenceType = EvidenceType> = T extends T
  ? {
      readonly type: T;
      readonly subjects: readonly Subject[];
      readonly predicate: Predicate<T>;
      /** When it happened, by the clock of the source. */
      readonly observedAt: Instant;
      readonly sourceId: string;
    }
  : never;

const Shape = z
  .object({
    type: EvidenceType,
    subjects: z.array(Subject).min(1),
    observedAt: Instant,
    sourceId: z.string().min(1),
    predicate: z.unknown(),
  })
  // By any other subject, the readers of one asset could open it.
  .refine(
    ({ type, subjects }) =>
      !isAboutOrganization(type) ||
      subjects.every(({ kind }) => kind === 'organization'),
    {
      path: ['subjects'],
      message: 'must be organizations for this type, and nothing else',
    },
  );

/**
 * Checks a statement against the schema of its type. Throws a ZodError that
 * names the field.
 *
 * @public
 */
export function parseStatement(value: unknown): Statement {
  const shape = Shape.parse(value);
  const predicate = evidenceTypes[shape.type].parse(shape.predicate);
  return { ...shape, predicate } as Statement;
}

/**
 * The id of the evidence a statement becomes: the digest of its canonical
 * form, so that the same statement in another document is the same evidence.
 *
 * @public
 */
export function statementDigest(statement: Statement): Digest {
  const { type, subjects, predicate, observedAt, sourceId } = statement;
  return computeDigest(
    canonicalJson({ type, subjects, predicate, observedAt, sourceId }),
  );
}
