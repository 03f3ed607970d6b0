import type { Story } from '../Story';
import {
  buildAzurePerson,
  buildAzureProject,
  buildAzureRepository,
  ORGANIZATION,
} from './names';

/** The number of the pipeline that builds a service. */
const DEFINITION = 12;

/** Resource of `build.complete`, version 2.0. */
export function azureBuild(story: Story) {
  const { release, number, after, clock } = story;
  const { service, author } = release;
  const project = buildAzureProject(service);
  const { id, name, webUrl: url } = buildAzureRepository(service);
  const person = buildAzurePerson(author);
  return {
    _links: {
      web: {
        href: `${ORGANIZATION}/${project.id}/_build/results?buildId=${number}`,
      },
    },
    id: number,
    buildNumber: `${clock(-55).slice(0, 10).replaceAll('-', '')}.1`,
    status: 'completed',
    result: 'succeeded',
    queueTime: clock(-56),
    startTime: clock(-55),
    finishTime: clock(-45),
    url: `${ORGANIZATION}/${project.id}/_apis/build/Builds/${number}`,
    definition: {
      id: DEFINITION,
      name: `${service}-release`,
      path: '\\',
      type: 'build',
      project,
    },
    project,
    uri: `vstfs:///Build/Build/${number}`,
    sourceBranch: 'refs/heads/main',
    sourceVersion: after,
    priority: 'normal',
    reason: 'individualCI',
    requestedFor: person,
    requestedBy: person,
    repository: { id, type: 'TfsGit', name, url, clean: null },
    retainedByRelease: true,
  };
}
