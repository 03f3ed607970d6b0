import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { CdEvent, readPredicate } from './CdEvent';
import type { CdeventsScope } from './CdeventsScope';
import type { Occurrence } from './Occurrence';
import { readApproval } from './readApproval';
import { readPublished, readSigned } from './readArtifact';
import { readDetected, readReported, readResolved } from './readIncident';
import {
  readBranchDeleted,
  readRepositoryCreated,
  readRepositoryDeleted,
  readRepositoryModified,
} from './readRepository';
import { readPipelineRun, readTaskRun, readTestSuiteRun } from './readRun';
import { readDeployed, readRolledBack } from './readService';
import { readSupplement } from './Supplement';
import { isKnown } from './vocabulary';

/** Reads statements from one event; throws a ZodError naming the field. */
type Reader = (occurrence: Occurrence) => Statement[];

/**
 * The events that are evidence. All others report nothing an assessment asks:
 * what begins or is queued, changes without title and commit, what is not
 * published yet, tickets, environments, single test cases.
 */
const readers = new Map<string, Reader>([
  ['approval.closed', readApproval],
  ['artifact.published', readPublished],
  ['artifact.signed', readSigned],
  ['branch.deleted', readBranchDeleted],
  ['incident.detected', readDetected],
  ['incident.reported', readReported],
  ['incident.resolved', readResolved],
  ['pipelinerun.finished', readPipelineRun],
  ['repository.created', readRepositoryCreated],
  ['repository.deleted', readRepositoryDeleted],
  ['repository.modified', readRepositoryModified],
  ['service.deployed', readDeployed],
  ['service.rolledback', readRolledBack],
  ['service.upgraded', readDeployed],
  ['taskrun.finished', readTaskRun],
  ['testsuiterun.finished', readTestSuiteRun],
]);

/** What an event says, and what of it could not be read. */
export type Reading = { statements: Statement[]; flaws: string[] };

/**
 * Reads a CDEvent. Events that are no evidence, custom ones among them, are
 * judged by what all events have and give no statements; one that CDEvents don't
 * have is a flaw. Throws a ZodError naming the field.
 */
export function readCdEvent(payload: unknown, scope: CdeventsScope): Reading {
  const event = CdEvent.parse(payload);
  const name = readPredicate(event);
  const read = readers.get(name ?? '');
  if (!read) {
    const flaws =
      name === undefined || isKnown(name)
        ? []
        : [`context.type ${name} is no event of CDEvents that is known here`];
    return { statements: [], flaws };
  }
  const { supplement, flaws } = readSupplement(event.customData);
  return { statements: read({ event, supplement, scope }), flaws };
}
