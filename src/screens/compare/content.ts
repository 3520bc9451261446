/* What the page is made of, fetched when it is first opened. */
export { default as CompareContent } from './CompareContent.svelte';
