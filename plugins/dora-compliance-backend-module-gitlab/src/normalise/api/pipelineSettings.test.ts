import {
  collectedDocument,
  ledgerProject,
  readPredicates,
} from '../../__testUtils__/collectedDocument';

describe('the settings of a project', () => {
  it('tell what its pipelines may do', () => {
    expect(readPredicates(collectedDocument('pipeline-settings', []))).toEqual([
      {
        enabled: true,
        defaultTokenRights: 'read',
        mayApproveChanges: false,
        forkPolicy: 'members may run pipelines of forks in the parent project',
        complete: true,
      },
    ]);
  });

  it('say no more than GitLab told, and what no pipeline can', () => {
    const { id, web_url, path_with_namespace } = ledgerProject;
    const project = { id, web_url, path_with_namespace };
    expect(
      readPredicates(
        collectedDocument('pipeline-settings', [], { '': project }),
      ),
    ).toEqual([{ mayApproveChanges: false, complete: true }]);
  });
});
