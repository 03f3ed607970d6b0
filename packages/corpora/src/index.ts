export { corporaFolder } from './corporaFolder';
export { readCorpusJson } from './readCorpusJson';
