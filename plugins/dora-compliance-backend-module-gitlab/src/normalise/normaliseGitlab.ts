import {
  isProven,
  parseInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  COLLECTED_HEADER,
  type KeptDocument,
  type Normalised,
  normaliseJson,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { normaliseGitlabApi } from './api/normaliseGitlabApi';
import type { DeliveryContext } from './DeliveryContext';
import type { GitlabScope } from './GitlabScope';
import { findInstallation } from './findInstallation';
import { readers } from './readers';

const Event = z.looseObject({
  object_kind: z.string().min(1).nullish(),
  event_name: z.string().min(1).nullish(),
});

/**
 * Reads a GitLab webhook, a system hook, or what we collected. Events we have
 * no use for give no statements; those that lack what we need are rejected
 * with the field and the reason.
 */
export function normaliseGitlab(
  document: KeptDocument,
  scope: GitlabScope,
): Normalised {
  if (document.headers[COLLECTED_HEADER]) {
    return normaliseGitlabApi(document.body, scope);
  }
  const event = document.headers['x-gitlab-event'] ?? 'event';
  const context = readContext(document, scope);
  return normaliseJson(event, document.body, payload => {
    const { object_kind: kind, event_name: name } = Event.parse(payload);
    const key = kind ?? name;
    if (!key) {
      throw new TypeError('neither object_kind nor event_name is there');
    }
    return readers.get(key)?.(payload, context) ?? [];
  });
}

function readContext(
  { headers, receivedAt, proof }: KeptDocument,
  scope: GitlabScope,
): DeliveryContext {
  const hook = headers['x-gitlab-event'];
  const instance = findInstallation(
    headers['x-gitlab-instance'],
    scope.instances ?? [],
  );
  const seconds =
    isProven('sentAt', proof) &&
    /^\d{1,12}$/.exec(headers['webhook-timestamp'] ?? '')?.[0];
  const sentAt = seconds ? parseInstant(Number(seconds)) : receivedAt;
  return {
    ...scope,
    ...(hook && { hook }),
    ...(instance && { instance }),
    ...(sentAt && { sentAt }),
  };
}
