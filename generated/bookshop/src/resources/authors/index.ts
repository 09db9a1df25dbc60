export { Authors, type Author, type AuthorListParams, type AuthorsAuthorPage } from './authors.ts';
export { Works, type Work, type WorkListParams, type WorksWorkPage } from './works.ts';
