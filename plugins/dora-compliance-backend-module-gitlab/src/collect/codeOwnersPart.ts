import {
  type ApiReading,
  gitlabCiFile,
  type PartReading,
  together,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import {
  OWNERS_PATHS,
  OwnersFile,
  TreeEntry,
} from '../normalise/api/codeOwners';
import { CiLint } from '../normalise/api/definition';
import type { ProjectSettings } from '../normalise/api/ProjectSettings';
import type { GitlabProjectApi } from './GitlabProjectApi';

/**
 * The file that declares owners, and the files that the pipeline includes. Folders are
 * listed: that a file is missing is not told by 404, which may also be a lack of rights.
 * Code owners are a paid feature.
 */
export async function readCodeOwnersFile(
  project: GitlabProjectApi,
  settings: ProjectSettings,
  { paidFeatures }: { paidFeatures: boolean },
): Promise<PartReading> {
  const { default_branch: branch, builds_access_level: builds } = settings;
  if (!branch || builds === 'disabled') {
    return together();
  }
  const ref = encodeURIComponent(branch);
  const lint = await project.one(`/ci/lint?content_ref=${ref}`, CiLint);
  const { path, isOwn } = gitlabCiFile(settings.ci_config_path);
  const readings: ApiReading[] = [
    lint,
    ...(isOwn ? [] : [describeElsewhere(path)]),
  ];
  for (const file of paidFeatures ? OWNERS_PATHS : []) {
    const { folder, list } = await readFolder(project, file, ref);
    readings.push(list);
    if (list.items.some(entry => entry.path === file)) {
      const at = `/repository/files/${encodeURIComponent(file)}?ref=${ref}`;
      readings.push(await project.one(at, OwnersFile));
      break;
    }
    if (!list.complete && folder === '') {
      break;
    }
  }
  return together(...readings);
}

/** A folder that does not exist has no entries; GitLab answers 404. */
async function readFolder(
  project: GitlabProjectApi,
  file: string,
  ref: string,
) {
  const folder = file.split('/').slice(0, -1).join('/');
  const query = folder && `path=${encodeURIComponent(folder)}&`;
  const list = await project.all(
    `/repository/tree?${query}ref=${ref}`,
    TreeEntry,
  );
  const isMissing = folder !== '' && list.answers.at(-1)?.status === 404;
  return {
    folder,
    list: isMissing ? { answers: [], complete: true, items: [] } : list,
  };
}

function describeElsewhere(path: string): ApiReading {
  return {
    answers: [],
    complete: false,
    problem: `The pipeline is defined in ${path}: who owns it there is not read`,
  };
}
