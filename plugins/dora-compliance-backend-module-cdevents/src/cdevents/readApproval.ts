import type {
  Identity,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { systemOf } from './cdeventsUrn';
import { Name } from './fields';
import {
  environmentOf,
  type Occurrence,
  statementOf,
  urnOf,
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
 * deployment, and to where, only `customData.dora.environment` tells. One that
 * was withdrawn or ran out decided nothing.
 */
export function readApproval(occurrence: Occurrence): Statement[] {
  const { event, supplement } = occurrence;
  const { context, subject } = event;
  const content = Approval.parse(subject.content);
  const { environment, commit } = supplement;
  const decision = decisionOf(content.status);
  if (!environment || !decision) {
    return [];
  }
  return [
    statementOf(
      occurrence,
      'deployment-reviewed',
      {
        environment: environmentOf(occurrence, environment),
        decision,
        reviewer: identityOf(content.responder, content.approvalDetailsUrl),
        ...(commit && { commit }),
        decidedAt: context.timestamp,
      },
      { subjects: [{ kind: 'deployment', uri: urnOf(occurrence, subject) }] },
    ),
  ];
}

function decisionOf(status: string) {
  return status === 'approved' || status === 'rejected' ? status : undefined;
}

/** A responder is a URI: a mail address tells the e-mail, any other an account. */
function identityOf(responder: string, address: string): Identity {
  const email = /^mailto:([^?]+)/i.exec(responder)?.[1];
  return {
    system: systemOf(address),
    ...(email ? { email } : { login: responder }),
    kind: 'unknown',
  };
}
