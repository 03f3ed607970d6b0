export { corporaFolder } from './corporaFolder';
export { gitHubDescribes } from './gitHubDescription';
export { Prism } from './Prism';
export { readCorpusJson } from './readCorpusJson';
