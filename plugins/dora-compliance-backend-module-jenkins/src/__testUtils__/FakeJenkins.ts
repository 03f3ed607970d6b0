import { pipelineUrn } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CollectionTarget } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import {
  type FakeAnswer,
  FakeApi,
  type FakeRequest,
} from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { credentialAnswers } from './credentialAnswers';
import { selectTree } from './selectTree';

type Json = Record<string, unknown>;

/** Milliseconds since 1970 at which build 1 of each job begins. */
const FIRST = Date.parse('2026-01-01T00:00:00Z');
const HOUR = 3_600_000;
/** Jenkins lists no more builds under `builds`. */
const RECENT = 100;
const MULTIBRANCH =
  'org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject';
const WORKFLOW = 'org.jenkinsci.plugins.workflow.job';

/** As Jenkins writes it, the secret of a parameter included. */
export const CONFIGURATION = `<?xml version='1.1' encoding='UTF-8'?>
<flow-definition plugin="workflow-job@1400.v7fd111b_ec82f">
  <actions/>
  <description>Pays &amp; books</description>
  <keepDependencies>false</keepDependencies>
  <properties>
    <hudson.model.ParametersDefinitionProperty>
      <parameterDefinitions>
        <hudson.model.PasswordParameterDefinition>
          <name>KEY</name>
          <defaultValue>{AQAAABAAAAAQ8n1wPd}</defaultValue>
        </hudson.model.PasswordParameterDefinition>
      </parameterDefinitions>
    </hudson.model.ParametersDefinitionProperty>
    <jenkins.model.BuildDiscarderProperty>
      <strategy class="hudson.tasks.LogRotator">
        <daysToKeep>30</daysToKeep>
        <numToKeep>-1</numToKeep>
        <artifactDaysToKeep>7</artifactDaysToKeep>
        <artifactNumToKeep>-1</artifactNumToKeep>
      </strategy>
    </jenkins.model.BuildDiscarderProperty>
    <org.jenkinsci.plugins.workflow.job.properties.PipelineTriggersJobProperty>
      <triggers>
        <hudson.triggers.TimerTrigger>
          <spec>H 2 * * *</spec>
        </hudson.triggers.TimerTrigger>
        <com.cloudbees.jenkins.GitHubPushTrigger plugin="github@1.40.0">
          <spec></spec>
        </com.cloudbees.jenkins.GitHubPushTrigger>
      </triggers>
    </org.jenkinsci.plugins.workflow.job.properties.PipelineTriggersJobProperty>
  </properties>
  <definition class="org.jenkinsci.plugins.workflow.cps.CpsScmFlowDefinition" plugin="workflow-cps@3969.vdc9d3a_efcc6a_">
    <scm class="hudson.plugins.git.GitSCM" plugin="git@5.6.0">
      <userRemoteConfigs>
        <hudson.plugins.git.UserRemoteConfig>
          <url>https://git.example/bank/ledger.git</url>
        </hudson.plugins.git.UserRemoteConfig>
      </userRemoteConfigs>
    </scm>
    <scriptPath>ci/Jenkinsfile</scriptPath>
    <lightweight>true</lightweight>
  </definition>
  <triggers/>
  <disabled>false</disabled>
</flow-definition>`;

/** A Jenkins below `/jenkins` with jobs, their builds and two machines. */
export class FakeJenkins {
  api!: FakeApi;
  /** Answers of jobs by their full name; builds are newest first. */
  readonly jobs = new Map<string, Json & { builds?: Json[] }>();
  /** Other answers by path, below `/jenkins`. */
  readonly answers = new Map<string, unknown>();
  /** What is asked without credentials is refused. */
  readonly credentials = { username: 'reader', apiKey: 'secret' };

  /** Happens before each answer. */
  meanwhile: (url: URL) => unknown = () => {};

  static async start(): Promise<FakeJenkins> {
    const jenkins = new FakeJenkins();
    jenkins.api = await FakeApi.start(
      request => jenkins.#answer(request),
      url => /\{[1-9]\d*,/.test(url.searchParams.get('tree') ?? ''),
    );
    Object.entries(credentialAnswers).forEach(([path, answer]) =>
      jenkins.answers.set(path, answer),
    );
    jenkins.answers.set('/computer/api/json', {
      computer: [
        {
          _class: 'hudson.model.Hudson$MasterComputer',
          displayName: 'Built-In Node',
          offline: false,
          assignedLabels: [{ name: 'built-in' }],
        },
        {
          _class: 'hudson.slaves.SlaveComputer',
          displayName: 'linux-1',
          offline: true,
          assignedLabels: [{ name: 'linux' }, { name: 'linux-1' }],
        },
      ],
    });
    return jenkins;
  }

  get controller() {
    return { baseUrl: `${this.api.url}/jenkins`, ...this.credentials };
  }

  target(definition: string): CollectionTarget {
    const { host } = new URL(this.api.url);
    const uri = pipelineUrn({ host, project: 'jenkins', definition });
    return { kind: 'pipeline', uri };
  }

  /** A job of the kind Pipeline, with what it is told to have. */
  addJob(fullName: string, fields: Json = {}) {
    const name = fullName.split('/').at(-1);
    const url = this.#buildUrl(fullName);
    const type = `${WORKFLOW}.WorkflowJob`;
    this.jobs.set(fullName, {
      _class: type,
      name,
      fullName,
      url,
      builds: [],
      ...fields,
    });
    this.answers.set(
      `${new URL(url).pathname.replace(/^\/jenkins/, '')}config.xml`,
      CONFIGURATION,
    );
  }

  /** A project whose branches are jobs of their own. */
  addMultibranch(fullName: string, branches: readonly string[]) {
    branches.forEach(branch => this.addJob(`${fullName}/${branch}`));
    this.addJob(fullName, {
      _class: MULTIBRANCH,
      builds: undefined,
      jobs: branches.map(branch => this.jobs.get(`${fullName}/${branch}`)),
    });
  }

  /** A build that succeeded, an hour after the one before, with one stage. */
  addBuild(fullName: string, fields: Json = {}): Json & { url: string } {
    const builds = this.jobs.get(fullName)!.builds!;
    const number = Number(builds[0]?.number ?? 0) + 1;
    const url = `${this.#buildUrl(fullName)}${number}/`;
    const timestamp = FIRST + number * HOUR;
    const build = {
      _class: `${WORKFLOW}.WorkflowRun`,
      number,
      url,
      building: false,
      result: 'SUCCESS',
      timestamp,
      duration: 60_000,
      actions: [{}],
      ...fields,
    };
    builds.unshift(build);
    const path = new URL(url).pathname.replace(/^\/jenkins/, '');
    this.answers.set(`${path}wfapi/describe`, {
      _links: { self: { href: `/jenkins${path}wfapi/describe` } },
      name: `#${number}`,
      status: 'SUCCESS',
      stages: [
        {
          id: '5',
          name: 'Build',
          execNode: 'linux-1',
          status: 'SUCCESS',
          startTimeMillis: timestamp,
          durationMillis: 5_000,
          pauseDurationMillis: 0,
        },
      ],
    });
    return build;
  }

  /** Tests of a build: the mark in the build, and the report. */
  addTests(build: Json & { url: string }, failCount: number) {
    (build.actions as Json[]).push({
      _class: 'hudson.tasks.junit.TestResultAction',
      failCount,
      skipCount: 1,
      totalCount: 10,
      urlName: 'testReport',
    });
    const path = new URL(build.url).pathname.replace(/^\/jenkins/, '');
    const passCount = 9 - failCount;
    this.answers.set(`${path}testReport/api/json`, {
      failCount,
      skipCount: 1,
      passCount,
    });
  }

  #buildUrl(fullName: string): string {
    const names = fullName.split('/').map(encodeURIComponent);
    return `${this.api.url}/jenkins/job/${names.join('/job/')}/`;
  }

  #answer({ url, headers }: FakeRequest): FakeAnswer {
    this.meanwhile(url);
    const { username, apiKey } = this.credentials;
    const user = Buffer.from(`${username}:${apiKey}`).toString('base64');
    if (headers.authorization !== `Basic ${user}`) {
      return { status: 401, body: '<html>' };
    }
    const path = url.pathname.replace(/^\/jenkins/, '');
    const found = this.answers.get(path) ?? this.#jobOrBuild(path);
    const tree = url.searchParams.get('tree');
    if (found === 'forbidden') {
      return { status: 403, body: '<html>' };
    }
    return found
      ? { body: tree ? selectTree(found, tree) : found }
      : { status: 404, body: '<html>' };
  }

  #jobOrBuild(path: string): unknown {
    const [, jobs = '', number] =
      /^((?:\/job\/[^/]+)+)(?:\/(\d+))?\/api\/json$/.exec(path) ?? [];
    const names = [...jobs.matchAll(/\/job\/([^/]+)/g)];
    const fullName = names.map(([, name = '']) => decodeURIComponent(name));
    const job = this.jobs.get(fullName.join('/'));
    return number
      ? job?.builds?.find(build => build.number === Number(number))
      : job && {
          ...job,
          builds: job.builds?.slice(0, RECENT),
          allBuilds: job.builds,
        };
  }
}
