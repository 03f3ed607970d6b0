import type { Story } from '../Story';
import type { WireRequest } from '../WireRequest';
import { gitlabDeploymentEvent } from './deployment';
import { buildGitlabRequest } from './gitlabRequest';
import { mergeRequestEvent, type MergeRequestStep } from './mergeRequest';
import { gitlabPipelineEvent } from './pipeline';
import { gitlabPushEvent } from './push';

/** A change from its merge request to the main branch. */
export function listGitlabChange(story: Story): WireRequest[] {
  const { release, first, second, clock } = story;
  const { author, approver } = release;
  const steps: MergeRequestStep[] = [
    { action: 'open', by: author, at: clock(-2880), head: first },
    {
      action: 'update',
      by: author,
      at: clock(-1440),
      head: second,
      before: first,
    },
    { action: 'approved', by: approver, at: clock(-120), head: second },
    { action: 'merge', by: author, at: clock(-60), head: second },
  ];
  return [
    ...steps.map(step =>
      buildGitlabRequest('Merge Request Hook', {
        name: name(story, step.action),
        at: step.at,
        payload: mergeRequestEvent(story, step),
      }),
    ),
    buildGitlabRequest('Push Hook', {
      name: name(story, 'on main'),
      at: clock(-60),
      payload: gitlabPushEvent(story),
    }),
  ];
}

export function listGitlabBuild(story: Story): WireRequest[] {
  return [
    buildGitlabRequest('Pipeline Hook', {
      name: name(story, 'built'),
      at: story.clock(-45),
      payload: gitlabPipelineEvent(story),
    }),
  ];
}

export function listGitlabDeployment(story: Story): WireRequest[] {
  return (['staging', 'production'] as const).flatMap(environment =>
    (['running', 'success'] as const).map(status => {
      const start = environment === 'staging' ? -30 : -5;
      const at = story.clock(status === 'running' ? start : start + 5);
      return buildGitlabRequest('Deployment Hook', {
        name: name(story, `${environment} ${status}`),
        at,
        payload: gitlabDeploymentEvent(story, { environment, status, at }),
      });
    }),
  );
}

function name({ release, number }: Story, what: string): string {
  return `${release.service} ${number} ${what}`;
}
