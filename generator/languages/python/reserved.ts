/** Names that generated Python must not declare in a given place. One list per place, nowhere else. */

const list = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Words that name nothing (Python 3.14), the soft ones left out: they are legal everywhere. */
const KEYWORDS = list(
  'False None True and as assert async await break class continue def del elif else except finally for from ' +
    'global if import in is lambda nonlocal not or pass raise return try while with yield',
);

/** Arguments that every method has. */
const STANDARD_ARGUMENTS = list('self extra_headers extra_query extra_body timeout');

/** What bodies of methods need under its own meaning. */
const BODY_NAMES = list(
  'transform path_template make_request_options omit not_given header_value cookie_values json_value given cast ' +
    'path_style path_json httpx',
);

/** Members of resources and of the classes above them. */
const RESOURCE_MEMBERS = list('with_raw_response with_streaming_response cached_property');

/** Members of the client and of the classes above it. */
const CLIENT_MEMBERS = list(
  'with_raw_response with_streaming_response cached_property get post put patch delete options request get_api_list copy with_options ' +
    'close aclose is_closed environment base_url base_url_overridden timeout max_retries default_headers default_query custom_headers ' +
    'custom_query max_response_bytes auth_headers auth_schemes security qs user_agent platform_headers http_client resources',
);

/** Members of pydantic's models and of ours, which a property must not hide. */
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

/** An argument of a method; `own` are names that this method has itself. */
export const argumentName = (name: string, own: readonly string[]): string =>
  suffixed(KEYWORDS, STANDARD_ARGUMENTS, BODY_NAMES, new Set(own))(name);
/** The argument of a class that wraps the methods of a resource, called by the name of the resource. */
export const wrapperArgument = (name: string): string =>
  name === 'self' || name.endsWith('_response_wrapper') ? `${name}_` : name;

export const isReservedMember = (name: string, on: 'client' | 'resource'): boolean =>
  KEYWORDS.has(name) ||
  name.startsWith('__') ||
  (on === 'client' ? CLIENT_MEMBERS : RESOURCE_MEMBERS).has(name);
const suffixedField = suffixed(KEYWORDS, MODEL_MEMBERS);

/** A field of a model that is received. Names that begin with `model_` are for pydantic's own members. */
export const fieldName = (name: string): string => suffixedField(/^model_/.test(name) ? `api_${name}` : name);
/** A key of a dictionary that is sent. */
export const keyName = suffixed(KEYWORDS);
/** A module or a package. */
export const moduleName = suffixed(KEYWORDS);
/** Words cannot name a class. */
export const className = suffixed(KEYWORDS);
