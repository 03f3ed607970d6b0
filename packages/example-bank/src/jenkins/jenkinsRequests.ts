import { demoSecrets } from '../demoSecrets';
import type { Story } from '../Story';
import type { WireRequest } from '../WireRequest';
import { jenkinsBuild } from './build';
import { jenkinsNotification } from './notification';

const JSON_TYPE = { 'Content-Type': 'application/json;charset=UTF-8' };

/** What the Notification plugin sends. It can send a password, but no header. */
export function listJenkinsBuild(story: Story): WireRequest[] {
  const at = story.clock(-45);
  const credentials = Buffer.from(`jenkins:${demoSecrets.jenkins}`);
  return [
    {
      source: 'jenkins',
      name: `${story.release.service} ${story.number} built`,
      at,
      headers: {
        ...JSON_TYPE,
        Authorization: `Basic ${credentials.toString('base64')}`,
      },
      body: JSON.stringify(jenkinsNotification(story, at)),
    },
  ];
}

/** What a job sends that runs after the one that deploys: it knows who started that. */
export function listJenkinsDeployment(story: Story): WireRequest[] {
  const at = story.clock(0);
  return [
    {
      source: 'jenkins',
      name: `${story.release.service} ${story.number} deployed`,
      at,
      headers: {
        ...JSON_TYPE,
        Authorization: `Bearer ${demoSecrets.jenkins}`,
      },
      body: JSON.stringify(jenkinsBuild(story, at)),
    },
  ];
}
