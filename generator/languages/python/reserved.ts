/** Names that generated Python must not declare, in one list for each place. */

const list = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Keywords of Python 3.14, except soft keywords, which are legal names. */
const KEYWORDS = list(
  'False None True and as assert async await break class continue def del elif else except finally for from ' +
    'global if import in is lambda nonlocal not or pass raise return try while with yield',
);

/** Arguments of every method. */
const STANDARD_ARGUMENTS = list('self extra_headers extra_query extra_body timeout');

/** Names that method bodies need with their own meaning. */
const BODY_NAMES = list(
  'transform path_template make_request_options omit not_given header_value cookie_values json_value given cast ' +
    'path_style path_json httpx',
);

/** Members of resources and their base classes. */
const RESOURCE_MEMBERS = list('with_raw_response with_streaming_response cached_property');

/** Members of the client and its base classes. */
const CLIENT_MEMBERS = list(
  'with_raw_response with_streaming_response cached_property get post put patch delete options request get_api_list copy with_options ' +
    'close aclose is_closed environment base_url base_url_overridden timeout max_retries default_headers default_query custom_headers ' +
    'custom_query max_response_bytes auth_headers auth_schemes security qs user_agent platform_headers http_client resources',
);

/** Members of pydantic's and the runtime's models, which properties must not hide. */
const MODEL_MEMBERS = list(
  'model_config model_fields model_computed_fields model_extra model_fields_set model_construct model_copy model_dump ' +
    'model_dump_json model_json_schema model_parametrized_name model_post_init model_rebuild model_validate ' +
    'model_validate_json model_validate_strings construct copy dict json schema schema_json validate parse_obj parse_raw ' +
    'parse_file from_orm update_forward_refs fields to_dict to_json mro register',
);

export const isKeyword = (name: string): boolean => KEYWORDS.has(name);

const suffixed =
  (...taken: readonly ReadonlySet<string>[]) =>
  (name: string): string =>
    taken.some((item) => item.has(name)) ? `${name}_` : name;

/** The name of an argument; `own` lists other names of the method. */
export const argumentName = (name: string, own: readonly string[]): string =>
  suffixed(KEYWORDS, STANDARD_ARGUMENTS, BODY_NAMES, new Set(own))(name);
/** The argument of a wrapper class for a resource, named after the resource. */
export const wrapperArgument = (name: string): string =>
  name === 'self' || name.endsWith('_response_wrapper') ? `${name}_` : name;

export const isReservedMember = (name: string, on: 'client' | 'resource'): boolean =>
  KEYWORDS.has(name) ||
  name.startsWith('__') ||
  (on === 'client' ? CLIENT_MEMBERS : RESOURCE_MEMBERS).has(name);
const suffixedField = suffixed(KEYWORDS, MODEL_MEMBERS);

/** A field of a received model. The prefix `model_` is reserved by pydantic. */
export const fieldName = (name: string): string => suffixedField(/^model_/.test(name) ? `api_${name}` : name);
/** A key of a sent dictionary. */
export const keyName = suffixed(KEYWORDS);
/** The name of a module or package. */
export const moduleName = suffixed(KEYWORDS);
/** The name of a class, which must not be a keyword. */
export const className = suffixed(KEYWORDS);
