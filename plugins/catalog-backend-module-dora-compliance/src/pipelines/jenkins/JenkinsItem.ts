import { webUrlOfRemote } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';

const RemotesShape = z.looseObject({
  remoteUrls: z.array(z.string().nullable()).nullish(),
});

/** What is read of an item: a job, or a folder of them. */
export const JenkinsItemShape = z.looseObject({
  _class: z.string().nullish(),
  name: z.string().min(1),
  fullDisplayName: z.string().nullish(),
  url: z.string().min(1),
  jobs: z.array(z.unknown()).nullish(),
  actions: z
    .array(z.looseObject({ objectUrl: z.string().nullish() }).nullable())
    .nullish(),
  scm: z
    .looseObject({
      userRemoteConfigs: z
        .array(z.looseObject({ url: z.string().nullish() }))
        .nullish(),
    })
    .nullish(),
  lastBuild: z
    .looseObject({ actions: z.array(RemotesShape.nullable()).nullish() })
    .nullish(),
});

export type JenkinsItem = z.infer<typeof JenkinsItemShape>;

/** The fields above, in Jenkins's words. */
export const ITEM_TREE = [
  '_class',
  'name',
  'fullDisplayName',
  'url',
  'jobs[name]{0,1}',
  'actions[objectUrl]',
  'scm[userRemoteConfigs[url]]',
  'lastBuild[actions[remoteUrls]]',
].join(',');

/**
 * What an item is. A multibranch project is one pipeline, however many
 * branches it lists; a template never runs by itself.
 */
export function classifyItem(
  item: JenkinsItem,
): 'folder' | 'pipeline' | 'neither' {
  const type = item._class ?? '';
  if (/MultiBranchProject$/.test(type)) {
    return 'pipeline';
  }
  if (/Folder$/.test(type) || item.jobs) {
    return 'folder';
  }
  return /Template$/.test(type) ? 'neither' : 'pipeline';
}

/**
 * Web address of the repository, where the item reports on exactly one. A build
 * names those of shared libraries, too, and then none of them is sure.
 */
export function findRepository(item: JenkinsItem): string | undefined {
  const told = [
    item.actions?.map(action => action?.objectUrl),
    item.scm?.userRemoteConfigs?.map(({ url }) => url),
    item.lastBuild?.actions?.flatMap(action => action?.remoteUrls ?? []),
  ];
  for (const urls of told) {
    const found = new Set(
      urls?.flatMap(url => (url && webUrlOfRemote(url)) || []),
    );
    if (found.size > 0) {
      return found.size === 1 ? [...found][0] : undefined;
    }
  }
  return undefined;
}
