// Package param holds the types of request values.
package param

import (
	"encoding/json"
	"fmt"
	"reflect"
	"sync"
	"time"
)

type state uint8

const (
	omitted state = iota
	null
	included
)

// Opt is an optional value. The zero value is not sent.
type Opt[T comparable] struct {
	Value T
	state state
}

// NewOpt returns a value that is sent, even if it is a zero value.
func NewOpt[T comparable](value T) Opt[T] { return Opt[T]{Value: value, state: included} }

// Null returns a value that is sent as null.
func Null[T comparable]() Opt[T] { return Opt[T]{state: null} }

// Valid reports whether there is a value that is not null.
func (o Opt[T]) Valid() bool {
	var zero T
	return o.state == included || (o.state == omitted && o.Value != zero)
}

// IsNull reports whether the value is sent as null.
func (o Opt[T]) IsNull() bool { return o.state == null }

// IsZero reports whether the value is omitted.
func (o Opt[T]) IsZero() bool { return !o.Valid() && o.state != null }

// Or returns the value, or the given default if there is none.
func (o Opt[T]) Or(other T) T {
	if o.Valid() {
		return o.Value
	}
	return other
}

func (o Opt[T]) String() string {
	if o.state == null {
		return "null"
	}
	return fmt.Sprint(o.Value)
}

func (o Opt[T]) MarshalJSON() ([]byte, error) {
	if !o.Valid() {
		return []byte("null"), nil
	}
	return json.Marshal(o.Value)
}

// MarshalJSONWithTimeLayout writes a time in the given layout.
func (o Opt[T]) MarshalJSONWithTimeLayout(layout string) []byte {
	if moment, ok := any(o.Value).(time.Time); ok && o.Valid() {
		text, _ := json.Marshal(moment.Format(layout))
		return text
	}
	return nil
}

func (o *Opt[T]) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		*o = Null[T]()
		return nil
	}
	o.state = included
	return json.Unmarshal(data, &o.Value)
}

// Set marks the value as read from JSON.
func (o *Opt[T]) Set(isNull bool) {
	o.state = included
	if isNull {
		o.state = null
	}
}

// Optional is implemented by every Opt.
type Optional interface {
	Valid() bool
	IsNull() bool
}

type objectState struct {
	isNull   bool
	extra    map[string]any
	override any
}

// APIObject is embedded in request objects.
type APIObject struct{ state *objectState }

func (o APIObject) objectState() *objectState { return o.state }

func (o *APIObject) setObjectState(state *objectState) { o.state = state }

// SetExtraFields sets undocumented properties. They replace documented properties.
func (o *APIObject) SetExtraFields(fields map[string]any) {
	next := objectState{}
	if o.state != nil {
		next = *o.state
	}
	next.extra = fields
	o.state = &next
}

// APIUnion is embedded in request unions.
type APIUnion struct{ APIObject }

func (APIUnion) isUnion() {}

// ParamStruct is implemented by every request object and union.
type ParamStruct interface{ objectState() *objectState }

// InferPtr is a pointer to a ParamStruct.
type InferPtr[T any] interface {
	*T
	setObjectState(*objectState)
}

// NullStruct returns an object that is sent as null.
func NullStruct[T ParamStruct, P InferPtr[T]]() T { return withState[T, P](objectState{isNull: true}) }

// Override returns an object that is sent as the given value, whatever its type.
func Override[T ParamStruct, P InferPtr[T]](value any) T {
	return withState[T, P](objectState{override: value})
}

// SetJSON makes an object that is sent as the given JSON.
func SetJSON[T ParamStruct, P InferPtr[T]](raw []byte, target P) {
	target.setObjectState(&objectState{override: json.RawMessage(raw)})
}

func withState[T ParamStruct, P InferPtr[T]](state objectState) T {
	var object T
	P(&object).setObjectState(&state)
	return object
}

// Extra returns what SetExtraFields was given.
func Extra(value any) map[string]any {
	if object, ok := value.(ParamStruct); ok && object.objectState() != nil {
		return object.objectState().extra
	}
	return nil
}

// Overridden returns what Override was given.
func Overridden(value any) (any, bool) {
	if object, ok := value.(ParamStruct); ok && object.objectState() != nil && object.objectState().override != nil {
		return object.objectState().override, true
	}
	return nil, false
}

// IsUnion reports whether a value is a request union.
func IsUnion(value any) bool {
	_, ok := value.(interface{ isUnion() })
	return ok
}

// Nil maps and slices are omitted, so each type has a separate value for null.
var nulls sync.Map

// NullMap returns a map that is sent as null.
func NullMap[M ~map[string]T, T any]() M {
	made, _ := nulls.LoadOrStore(reflect.TypeFor[M](), M{})
	return made.(M)
}

// NullSlice returns a slice that is sent as null.
func NullSlice[S ~[]T, T any]() S {
	made, _ := nulls.LoadOrStore(reflect.TypeFor[S](), make(S, 0, 1))
	return made.(S)
}

// NullValue is NullMap or NullSlice for a type.
func NullValue(typ reflect.Type) reflect.Value {
	null := reflect.MakeMap
	if typ.Kind() == reflect.Slice {
		null = func(typ reflect.Type) reflect.Value { return reflect.MakeSlice(typ, 0, 1) }
	}
	made, _ := nulls.LoadOrStore(typ, null(typ).Interface())
	return reflect.ValueOf(made)
}

// SetNull makes a request object null; target is a pointer to it.
func SetNull(target any) {
	if own, ok := target.(interface{ setObjectState(*objectState) }); ok {
		own.setObjectState(&objectState{isNull: true})
	}
}

// IsNull reports whether a value is sent as null.
func IsNull[T any](value T) bool { return IsNullValue(reflect.ValueOf(&value).Elem()) }

// IsOmitted reports whether a value is omitted from the request.
func IsOmitted(value any) bool {
	found := reflect.ValueOf(value)
	return !found.IsValid() || found.IsZero()
}

// IsNullValue is IsNull for a reflect.Value.
func IsNullValue(value reflect.Value) bool {
	switch value.Kind() {
	case reflect.Map, reflect.Slice:
		known, ok := nulls.Load(value.Type())
		if value.IsNil() || !ok || reflect.ValueOf(known).Pointer() != value.Pointer() {
			return false
		}
		return value.Kind() == reflect.Map || value.Len() == 0
	case reflect.Struct:
		if !value.CanInterface() {
			return false
		}
		switch own := value.Interface().(type) {
		case Optional:
			return own.IsNull()
		case ParamStruct:
			return own.objectState() != nil && own.objectState().isNull
		}
	}
	return false
}
