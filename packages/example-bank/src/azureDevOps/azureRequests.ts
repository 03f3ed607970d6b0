import { demoSecrets } from '../demoSecrets';
import { buildPerson, makeUuid } from '../github/names';
import type { Story } from '../Story';
import type { WireRequest } from '../WireRequest';
import { azureBuild } from './build';
import { buildAzureProject, ORGANIZATION } from './names';
import { azurePullRequest, type AzurePullStep } from './pullRequest';
import { azurePush } from './push';
import { azureRelease } from './release';

type ServiceHook = {
  event: string;
  at: string;
  resource: object;
  says?: string;
  version?: string;
};

/** A change from its pull request to the main branch. */
export function listAzureChange(story: Story): WireRequest[] {
  const { release, number, first, second, clock } = story;
  const { service, author, approver, title } = release;
  const subject = `pull request ${number} (${title}) in ${service}`;
  const [by, reviewer] = [author, approver].map(
    login => buildPerson(login).name,
  );
  const steps: AzurePullStep[] = [
    {
      event: 'created',
      says: `${by} created ${subject}`,
      at: clock(-2880),
      head: first,
      isApproved: false,
    },
    {
      event: 'updated',
      says: `${by} updated the source branch of ${subject}`,
      at: clock(-1440),
      head: second,
      isApproved: false,
    },
    {
      event: 'updated',
      says: `${reviewer} approved ${subject}`,
      at: clock(-120),
      head: second,
      isApproved: true,
    },
    {
      event: 'merged',
      says: `${by} completed ${subject}`,
      at: clock(-60),
      head: second,
      isApproved: true,
    },
  ];
  return [
    ...steps.map(step =>
      build(story, {
        event: `git.pullrequest.${step.event}`,
        at: step.at,
        says: step.says,
        resource: azurePullRequest(story, step),
      }),
    ),
    build(story, {
      event: 'git.push',
      at: clock(-60),
      resource: azurePush(story),
    }),
  ];
}

export function listAzureBuild(story: Story): WireRequest[] {
  return [
    build(story, {
      event: 'build.complete',
      at: story.clock(-45),
      resource: azureBuild(story),
      version: '2.0',
    }),
  ];
}

export function listAzureDeployment(story: Story): WireRequest[] {
  return (['staging', 'production'] as const).map(environment => {
    const at = story.clock(environment === 'staging' ? -25 : 0);
    return build(story, {
      event: 'ms.vss-release.deployment-completed-event',
      at,
      resource: azureRelease(story, environment, at),
      version: '3.0-preview.1',
    });
  });
}

/** A service hook, with the secret as password. */
function build(story: Story, hook: ServiceHook): WireRequest {
  const { event, at, resource, says = event, version = '1.0' } = hook;
  const { service } = story.release;
  const name = `${service} ${story.number} ${event}`;
  const project = buildAzureProject(service);
  const credentials = Buffer.from(`hook:${demoSecrets.azureDevOps}`);
  const container = { baseUrl: `${ORGANIZATION}/` };
  return {
    source: 'azure-devops',
    name,
    at,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      Authorization: `Basic ${credentials.toString('base64')}`,
    },
    body: JSON.stringify({
      subscriptionId: makeUuid(`azure subscription ${event}`),
      notificationId: story.number,
      id: makeUuid(`azure ${name} ${at}`),
      eventType: event,
      publisherId: event.startsWith('ms.vss-release') ? 'rm' : 'tfs',
      message: { text: says, html: says, markdown: says },
      detailedMessage: { text: says, html: says, markdown: says },
      resource,
      resourceVersion: version,
      resourceContainers: {
        collection: { id: makeUuid('azure collection'), ...container },
        account: { id: makeUuid('azure account'), ...container },
        project: { id: project.id, ...container },
      },
      createdDate: at,
    }),
  };
}
