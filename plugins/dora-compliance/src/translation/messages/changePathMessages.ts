/** From a business function to the pipelines that can change it. */
export const changePathMessages = {
  title: 'From this business function to the pipelines that can change it',
  explained:
    'Each ICT asset that this business function depends on, why it does, and the pipelines that can change the asset. The most critical assets come first, then those with the greatest risk.',
  none: 'There are no ICT assets here that you may read.',
  because: 'Why it belongs here',
  becauseUnknown:
    'This can not be shown: the way is too long, too many entities use it, or the way leads through entities that you may not read.',
  pipelines: 'Pipelines that can change it',
  shares: 'Coverage {{coverage}}, compliance {{compliance}}',
  owner: 'Owner: {{owner}}',
  noOwner: 'No owner',
  noOwnerPartial: 'No owner that you may read',
  deploys: 'Deploys this asset.',
  deploysNothing:
    'Is defined in the same repository. Its catalog entry says that it deploys nothing.',
  notNamed:
    'Is defined in the same repository. Its catalog entry does not say that it deploys this asset.',
  more_one: '{{count, number}} more pipeline is not shown here.',
  more_other: '{{count, number}} more pipelines are not shown here.',
  dependencies: 'Dependencies of this asset',
  seen_one: 'A pipeline of its repository ran and is not in the inventory:',
  seen_other:
    '{{count, number}} pipelines of its repository ran and are not in the inventory:',
  seenPartial:
    'Pipelines of its repository ran and are not in the part of the inventory that you may read:',
  seenToDo:
    'Configure the discovery of pipelines for its repository, or describe them in the catalog.',
  lastSeen: '{{name}} (last run {{time}})',
  andMore: 'and {{amount, number}} more',
  unknown: 'It is not known which pipeline deploys this asset.',
  unknownPartial:
    'No pipeline that you may read deploys this asset. Pipelines that you may not read are left out.',
  unknownPipeline:
    'This is a pipeline. It is not known whether it deploys an asset of this business function.',
  unknownPipelinePartial:
    'This is a pipeline. It deploys no asset of this business function that you may read. Assets that you may not read are left out.',
  toDo: {
    'not-in-inventory':
      'Configure the discovery of pipelines for its repository, or describe these pipelines in the catalog. Then name this asset in spec.dora.pipeline.deploys of the pipeline that deploys it.',
    'not-named':
      'If one of these pipelines deploys it, name this asset in spec.dora.pipeline.deploys of that pipeline.',
    'deploys-nothing':
      'If nothing deploys it, as with a library that others build in, there is nothing to do. Otherwise name this asset in spec.dora.pipeline.deploys of the pipeline that deploys it.',
    'no-pipeline':
      'Connect the CI system of its repository as an evidence source and configure the discovery of its pipelines. Or describe the pipeline in the catalog, and name this asset in its spec.dora.pipeline.deploys.',
    'no-repository':
      'Its repository is not known either. Set an annotation with its repository in its catalog file, such as dora-compliance.io/repository. Or name this asset in spec.dora.pipeline.deploys of the pipeline that deploys it.',
    'is-pipeline':
      'Name what it deploys in its spec.dora.pipeline.deploys, or set canDeploy to false there.',
  },
} as const;
