import { FakeAzureDevOps } from './__testUtils__/FakeAzureDevOps';
import {
  expectOfficial,
  expectOfficialProject,
} from './__testUtils__/officialShapes.corpora';

it('the fake Azure DevOps answers as the official description says', async () => {
  const azure = await FakeAzureDevOps.start();
  azure.add('b', 'pay ments', 25, ['production', 'acceptance', 'test']);
  azure.add('c', 'empty');
  azure.add('a', 'channels', 3);
  const headers = {
    authorization: `Basic ${Buffer.from(':secret').toString('base64')}`,
  };
  const ask = async (path: string, version = '7.1') => {
    const url = `${azure.server.url}/bank/${path}?api-version=${version}`;
    return (await fetch(url, { headers })).json();
  };
  const { id } = azure.projects[0]!.pipelines[0]!;
  expectOfficial('pipelines', await ask('pay%20ments/_apis/pipelines'));
  expectOfficial('pipeline', await ask(`pay%20ments/_apis/pipelines/${id}`));
  expectOfficial(
    'environments',
    await ask(
      'pay%20ments/_apis/distributedtask/environments',
      '7.1-preview.1',
    ),
  );
  const projects = await ask('_apis/projects');
  expect(projects.value).toHaveLength(3);
  projects.value.forEach(expectOfficialProject);
  await azure.server.stop();
});
