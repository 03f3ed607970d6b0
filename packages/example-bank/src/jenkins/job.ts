import { findChain, findFolder } from '../chains';
import { buildProject } from '../gitlab/names';

/** The Jenkins of the bank. */
const JENKINS = 'https://ci.meridian.example/';

/** The job of a service, and the repository that it checks out. */
export function describeJob(service: string) {
  const path = `job/${findFolder(service)}/job/${service}/`;
  return {
    path,
    address: `${JENKINS}${path}`,
    cloneUrl:
      findChain(service).source === 'gitlab'
        ? buildProject(service).git_ssh_url
        : `git@github.com:meridian-bank/${service}.git`,
  };
}
