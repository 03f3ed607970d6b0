import { buildPerson, makeDigest } from '../github/names';
import type { Story } from '../Story';
import { describeJob } from './job';

/** A build that was started by hand, as the remote API of Jenkins describes it. */
export function jenkinsBuild(story: Story, at: string) {
  const { release, number } = story;
  const { service } = release;
  const { address } = describeJob(service);
  const duration = 300_000;
  return {
    _class: 'hudson.model.FreeStyleBuild',
    actions: listActions(story),
    artifacts: [],
    building: false,
    description: null,
    displayName: `#${number}`,
    duration,
    estimatedDuration: duration,
    executor: null,
    fullDisplayName: `${service} #${number}`,
    id: String(number),
    keepLog: false,
    number,
    queueId: 1000 + number,
    result: 'SUCCESS',
    timestamp: Date.parse(at) - duration,
    url: `${address}${number}/`,
    builtOn: '',
    changeSet: { items: [], kind: 'git' },
    culprits: [],
  };
}

/** What plugins know of the build, with an empty one, as Jenkins lists them. */
function listActions({ release, after }: Story) {
  const { service, author } = release;
  const image = `registry.meridian.example/${service}@${makeDigest(
    `${service} ${after}`,
  )}`;
  return [
    {
      _class: 'hudson.model.ParametersAction',
      parameters: [
        {
          _class: 'hudson.model.StringParameterValue',
          name: 'IMAGE',
          value: image,
        },
      ],
    },
    {
      _class: 'hudson.model.CauseAction',
      causes: [
        {
          _class: 'hudson.model.Cause$UserIdCause',
          shortDescription: `Started by user ${buildPerson(author).name}`,
          userId: author,
          userName: buildPerson(author).name,
        },
      ],
    },
    {
      _class: 'hudson.plugins.git.util.BuildData',
      lastBuiltRevision: {
        SHA1: after,
        branch: [{ SHA1: after, name: 'origin/main' }],
      },
      remoteUrls: [describeJob(service).cloneUrl],
      scmName: '',
    },
    {},
  ];
}
