import {
  BreakableServer,
  type Answer,
  type ReceivedRequest,
} from '../../__testUtils__/BreakableServer';
import { selectTree } from './selectTree';

const FOLDER = 'com.cloudbees.hudson.plugins.folder.Folder';

type FakeItem = {
  _class?: string;
  name: string;
  [field: string]: unknown;
};

/** A Jenkins below `/jenkins`, for as long as a test runs. */
export class FakeJenkins {
  server!: BreakableServer;
  /** Answers by the names of the folder and those above it. */
  private readonly folders = new Map<string, { jobs: FakeItem[] }>([
    ['', { jobs: [] }],
  ]);

  static async start() {
    const jenkins = new FakeJenkins();
    jenkins.server = await BreakableServer.start(asked =>
      jenkins.answer(asked),
    );
    return jenkins;
  }

  get options() {
    return {
      baseUrl: `${this.server.url}/jenkins/`,
      username: 'reader',
      apiKey: 'secret',
    };
  }

  /** An item in a folder; Jenkins lists them by name. */
  add(folder: string, name: string, fields: Record<string, unknown> = {}) {
    const path = folder ? `${folder}/${name}` : name;
    const url = `${this.server.url}/jenkins/job/${path.replace(
      /\//g,
      '/job/',
    )}/`;
    const type = 'org.jenkinsci.plugins.workflow.job.WorkflowJob';
    const jobs = this.folders.get(folder)!.jobs;
    jobs.push({ _class: type, name, url, ...fields });
    jobs.sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  addFolder(folder: string, name: string, type = FOLDER) {
    this.answerFolder(folder ? `${folder}/${name}` : name, { jobs: [] });
    this.add(folder, name, { _class: type, jobs: [] });
  }

  /** Answers for a folder as recorded. */
  answerFolder(path: string, answer: { jobs: FakeItem[] }) {
    this.folders.set(path, answer);
  }

  delete(folder: string, name: string) {
    const { jobs } = this.folders.get(folder)!;
    jobs.splice(
      jobs.findIndex(item => item.name === name),
      1,
    );
  }

  private answer({ url, headers }: ReceivedRequest): Answer {
    const user = Buffer.from('reader:secret').toString('base64');
    if (headers.authorization !== `Basic ${user}`) {
      return { status: 401, body: '<html>' };
    }
    const [, path] = /^\/jenkins\/((?:job\/[^/]+\/)*)api\/json$/.exec(
      url.pathname,
    ) ?? [undefined, '/'];
    const names = [...path!.matchAll(/job\/([^/]+)\//g)];
    const folder = names.map(([, name]) => decodeURIComponent(name!)).join('/');
    const found = path === '/' ? undefined : this.folders.get(folder);
    return found
      ? { body: selectTree(found, url.searchParams.get('tree') ?? '') }
      : { status: 404, body: '<html>' };
  }
}
