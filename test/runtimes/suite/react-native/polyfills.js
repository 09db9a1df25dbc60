/** What React Native adds to the engine (its `fetch` and `AbortController` are these packages), and an app the rest. */
import './async-iterator';
import { AbortController, AbortSignal } from 'abort-controller/dist/abort-controller';
import { URL, URLSearchParams } from 'react-native-url-polyfill';
import 'whatwg-fetch';

Object.assign(globalThis, { AbortController, AbortSignal, URL, URLSearchParams });
