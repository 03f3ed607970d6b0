import type {
  Identity,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { parseSystem } from './cdeventsUrn';
import { Name } from './fields';
import {
  toEnvironment,
  type Occurrence,
  buildStatement,
  toUrn,
} from './Occurrence';

const Approval = z.looseObject({
  approvalDetailsUrl: Name,
  resourceTargetUrl: Name,
  responder: Name,
  decision: Name,
  status: Name,
});

/**
 * `approval.closed`. An approval may be of anything; that it is one of a
 * deployment, and to where, only `customData.dora.environment` reports. One
 * that was withdrawn or ran out decided nothing.
 */
export function readApproval(occurrence: Occurrence): Statement[] {
  const { event, supplement } = occurrence;
  const { context, subject } = event;
  const content = Approval.parse(subject.content);
  const { environment, commit } = supplement;
  const decision = toDecision(content.status);
  if (!environment || !decision) {
    return [];
  }
  return [
    buildStatement(
      occurrence,
      'deployment-reviewed',
      {
        environment: toEnvironment(occurrence, environment),
        decision,
        reviewer: toIdentity(content.responder, content.approvalDetailsUrl),
        ...(commit && { commit }),
        decidedAt: context.timestamp,
      },
      { subjects: [{ kind: 'deployment', uri: toUrn(occurrence, subject) }] },
    ),
  ];
}

function toDecision(status: string) {
  return status === 'approved' || status === 'rejected' ? status : undefined;
}

/**
 * A responder is a URI: a mail address reports the e-mail, any other an
 * account.
 */
function toIdentity(responder: string, address: string): Identity {
  const email = /^mailto:([^?]+)/i.exec(responder)?.[1];
  return {
    system: parseSystem(address),
    ...(email ? { email } : { login: responder }),
    kind: 'unknown',
  };
}
