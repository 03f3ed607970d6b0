import {
  type Identity,
  type Incident,
  webLink,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  incidentChanged,
  type IncidentStep,
  linkAsset,
  type PartialReading,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import type { JiraScope } from './JiraScope';
import { listSteps } from './listSteps';
import { type Issue, IssueWebhook, type User } from './Webhook';

/** Webhooks about issues that are no evidence, and about other things. */
const UNUSED =
  /^(jira:(issue_deleted|worklog_updated|version_\w+)|(comment|worklog|issuelink|attachment|issue_property|project|sprint|board|user|option|filter|issuetype)_\w+)$/;

/**
 * Reads a webhook. One that Jira adds later is kept, and its name is named. Throws
 * a ZodError that names the field.
 */
export function readWebhook(
  payload: unknown,
  scope: JiraScope,
): PartialReading {
  const { webhookEvent: event } = z
    .object({ webhookEvent: z.string().min(1) })
    .parse(payload);
  if (event !== 'jira:issue_created' && event !== 'jira:issue_updated') {
    return {
      statements: [],
      flaws: UNUSED.test(event)
        ? []
        : [`webhookEvent ${event} is no webhook that is known here`],
    };
  }
  const { issue, user, timestamp: at, changelog } = IssueWebhook.parse(payload);
  if (!scope.incidentTypes.includes(issue.fields.issuetype.name)) {
    return { statements: [], flaws: [] };
  }
  const steps: IncidentStep[] =
    event === 'jira:issue_created'
      ? [{ step: 'detected' }]
      : listSteps(changelog?.items ?? [], issue, scope.classificationFields);
  const host = readHost(issue.self) ?? readHost(user?.self);
  const link = linkAsset(
    {
      entity: findEntity(issue, scope),
      services: [
        ...(issue.fields.components ?? []).map(({ name }) => name),
        issue.fields.project?.key,
        issue.fields.project?.name ?? undefined,
      ],
    },
    scope,
  );
  const incident: Incident = {
    ...describeIncident(issue, host),
    ...(link.environment && { environment: link.environment }),
  };
  const about = {
    at,
    by: user ? toIdentity(user, host) : undefined,
    subjects: [
      { kind: 'incident' as const, uri: nameIncident(issue, host) },
      ...link.subjects,
    ],
    sourceId: 'jira-service-management',
  };
  return {
    statements: steps.map(step => incidentChanged(incident, step, about)),
    flaws:
      link.problem && steps.length > 0
        ? [`the incident ${issue.key} ${link.problem}`]
        : [],
  };
}

/** Ids are unique within a site. */
function nameIncident({ id }: Issue, host = 'unknown'): string {
  return `urn:jira-service-management:${host}:${encodeURIComponent(id)}`;
}

function describeIncident(
  { key, fields }: Issue,
  host: string | undefined,
): Incident {
  const service = fields.components?.[0]?.name ?? fields.project?.name;
  return {
    id: key,
    ...(host && { url: `https://${host}/browse/${encodeURIComponent(key)}` }),
    ...(fields.summary && { title: fields.summary }),
    ...(service && { service }),
    ...(fields.priority && { severity: fields.priority.name }),
  };
}

function findEntity(
  { fields }: Issue,
  { entityLabelPrefixes }: JiraScope,
): string | undefined {
  return entityLabelPrefixes
    .flatMap(prefix =>
      (fields.labels ?? [])
        .filter(label => label.startsWith(prefix))
        .map(label => label.slice(prefix.length)),
    )
    .at(0);
}

/** Absent for somebody who has neither an id nor a name. */
function toIdentity(
  { accountId, accountType, name, displayName, emailAddress }: User,
  host = 'jira',
): Identity | undefined {
  return accountId || name
    ? {
        system: host,
        ...(accountId && { id: accountId }),
        ...(name && { login: name }),
        ...(displayName && { name: displayName }),
        ...(emailAddress && { email: emailAddress }),
        kind: readKind(accountType),
      }
    : undefined;
}

/** Jira Data Center does not tell people and machines apart. */
function readKind(accountType: string | null | undefined): Identity['kind'] {
  if (accountType === 'app') {
    return 'bot';
  }
  return accountType === 'atlassian' || accountType === 'customer'
    ? 'human'
    : 'unknown';
}

function readHost(address: string | null | undefined): string | undefined {
  const url = webLink(address ?? undefined);
  return url && new URL(url).host;
}
