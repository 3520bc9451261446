/// <reference types="vite/client" />

/** A short hash of all that decides what a check says; put in while building. */
declare const __ENGINE_VERSION__: string;

/** Which build of the app this is, as people are shown it; put in while building. */
declare const __APP_BUILD__: string;
